import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type Discord, type Exchange, startDiscord } from '../servers/discord/index.ts';

/**
 * `npm run bench:discord [PEOPLE] [TIMES]`: so many people interviewed at once in their DMs, so
 * many times one after the other, by the built bot in a process of its own, on a local Discord in
 * this one. Prints how long the acknowledgements took and how the bot's memory grew.
 */
const PEOPLE = Number(process.argv[2] ?? 500);
const TIMES = Number(process.argv[3] ?? 3);
const ANSWER =
  'It was a 204, and that was my own doing: I reread one book and tested nothing. Since then I do eighty questions a day, and Step 2 CK was a 246.';

const discord = await startDiscord();
const bot = spawn(process.execPath, ['dist/main.js', 'serve'], {
  env: {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    STORE_URL: 'memory:',
    LOG_LEVEL: 'warn',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(bot.stdout, 'data');
await discord.ready();

/** What the bot's process holds, in MB; NaN where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    return Math.round(
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    );
  } catch {
    return Number.NaN;
  }
}

const after: number[] = [];
let failed = 0;
const noted = (exchange: Exchange) => {
  if (exchange.failed) failed++;
  else after.push(exchange.after ?? 0);
};
console.log(`node ${process.version}, ${PEOPLE} people at once, ${TIMES} times`);
for (let time = 1; time <= TIMES; time++) {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: PEOPLE }, (_, i) => interviewed(discord, `P${time}-${i}`)),
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`round ${time}: ${seconds} s, the bot holds ${memoryOf(bot.pid)} MB`);
}
after.sort((a, b) => a - b);
const at = (share: number) => Math.round(after[Math.floor((after.length - 1) * share)] ?? 0);
console.log(
  `${after.length} acknowledged, median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms; failed ${failed}; violations ${discord.violations.length}`,
);
bot.kill('SIGTERM');
await once(bot, 'exit');
await discord.close();

async function interviewed(place: Discord, name: string): Promise<void> {
  const person = place.person(name);
  const within = { within: 60_000 };
  noted(await person.runs('/interview', { rounds: 1 }, { in: person.dm }));
  await person.sees(/Question 1 of 1/, within);
  noted(await person.clicks('Answer', within));
  noted(await person.submits({ answer: ANSWER }, within.within));
  const feedback = await person.sees(/to say \(aim/, within);
  if (!/Debrief/.test(feedback.text)) noted(await person.clicks('End', within));
  await person.sees(/\*\*Debrief\*\*/, { ...within, ever: true });
}
