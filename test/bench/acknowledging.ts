import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Discord, startDiscord } from '../servers/discord/index.ts';
import { at, median, ms } from './timing.ts';

/** A crowd's size, and how many times each bot meets one. */
const CROWDS = [
  [1, 40],
  [100, 10],
  [500, 5],
] as const;
const PATIENCE = { within: 60_000 };

interface Bot {
  name: string;
  discord: Discord;
  process: ChildProcess;
  /** Milliseconds to each acknowledgement, for each crowd that it met. */
  after: number[][];
  late: number;
}

/** From an event to its acknowledgement: ours against the least that a discord.js bot can be. */
export async function benchAcknowledging(): Promise<string[]> {
  const bots = [
    await started('bare discord.js', ['test/bench/bare-bot.mjs']),
    await started('match coach', ['dist/main.js', 'serve']),
  ];
  const lines: string[] = [];
  for (const bot of bots) await crowd(bot, 20, 'warm');
  for (const [size, times] of CROWDS) {
    for (const bot of bots) Object.assign(bot, { after: [], late: 0 });
    // In turns, so that whatever else the machine does falls on both.
    for (let time = 0; time < times; time++)
      for (const bot of bots) await crowd(bot, size, `${size}-${time}`);
    const [bare] = bots;
    for (const { name, after, late } of bots) {
      const all = after.flat();
      const ratio = median(after.map((crowd, i) => median(crowd) / median(bare?.after[i] ?? [])));
      const missed = late ? `   ${late} not acknowledged` : '';
      lines.push(
        `  ${`${size}`.padStart(3)} at once  ${name.padEnd(16)} median ${ms(median(all))}  p99 ${ms(at(all, 0.99))}   ${ratio.toFixed(2)} × bare${missed}`,
      );
    }
  }
  for (const { discord, process } of bots) {
    process.kill('SIGTERM');
    await once(process, 'exit');
    await discord.close();
  }
  return ['a bot’s time from event to acknowledgement, on a local Discord', ...lines];
}

async function started(name: string, args: string[]): Promise<Bot> {
  const discord = await startDiscord();
  const bot = spawn(process.execPath, args, {
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      STORE_URL: 'memory:',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (bot.stdout) await once(bot.stdout, 'data');
  await discord.ready();
  return { name, discord, process: bot, after: [], late: 0 };
}

/** So many people who ask at once, each in their DM, and wait for their answer. */
async function crowd(bot: Bot, size: number, name: string): Promise<void> {
  const times: number[] = [];
  bot.after.push(times);
  await Promise.all(
    Array.from({ length: size }, async (_, i) => {
      const person = bot.discord.person(`P${name}-${i}`);
      const question = { question: 'Should I sit Step 2 CK before I apply?' };
      const { failed, after } = await person.runs('/ask', question, { in: person.dm });
      if (failed || after === undefined) bot.late++;
      else times.push(after);
      if (!failed) await person.sees(/\w/, PATIENCE);
    }),
  );
  bot.discord.forgets();
}
