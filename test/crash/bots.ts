import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Discord } from '../servers/discord/index.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** What was done to bots. */
export interface Deeds {
  /** Killed with no warning, while it started or once it served. */
  killed: number;
  starting: number;
  /** Told to stop. */
  stopped: number;
}

/** One start in so many is not let finish; one end in so many is a stop, as in a rolling restart. */
const [WHILE_STARTING, STOPPED] = [8, 12];
/** How long a bot that is not let finish its start lives at most, in milliseconds. */
const START = 1_500;
/** One that serves lives for so many requests at most and then so many milliseconds, so that it ends in the middle of something. */
const [REQUESTS, MOMENT] = [60, 200];
/** Or so long, in milliseconds, where nobody is there. */
const LIFE = 5_000;

/**
 * Runs so many bots and ends one of them at a random moment, again and again until `isOver`; then
 * leaves all to serve until `close`. Throws where one ends by itself.
 */
export function keepKilling(
  discord: Discord,
  environment: Readonly<Record<string, string>>,
  { processes, deeds, isOver }: { processes: number; deeds: Deeds; isOver: () => boolean },
): { serve: Promise<unknown>; over: Promise<void>; close(): Promise<unknown> } {
  const start = () => startBot(discord, environment);
  const bots = Array.from({ length: processes }, start);
  const serve = Promise.all(bots.map(({ serves }) => serves));
  const over = (async () => {
    await serve;
    for (let i = 0; !isOver(); i = Math.floor(Math.random() * processes)) {
      await somethingUnderWay(discord);
      const stops = oneIn(STOPPED);
      await bots[i]?.ends(stops ? 'SIGTERM' : 'SIGKILL');
      deeds[stops ? 'stopped' : 'killed']++;
      let next = start();
      while (oneIn(WHILE_STARTING) && !isOver()) {
        await after(Math.random() * START);
        await next.ends('SIGKILL');
        deeds.starting++;
        deeds.killed++;
        next = start();
      }
      bots[i] = next;
      await next.serves;
    }
  })();
  return { serve, over, close: () => Promise.all(bots.map((bot) => bot.ends('SIGTERM'))) };
}

async function somethingUnderWay({ log }: Discord): Promise<void> {
  const count = () => [...log.counts.values()].reduce((sum, n) => sum + n, 0);
  const enough = count() + Math.random() * REQUESTS;
  const late = performance.now() + LIFE;
  while (count() < enough && performance.now() < late) await after(5);
  await after(Math.random() * MOMENT);
}

const oneIn = (many: number) => Math.random() < 1 / many;

interface Bot {
  serves: Promise<unknown>;
  ends(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

function startBot(discord: Discord, environment: Readonly<Record<string, string>>): Bot {
  const child: ChildProcess = spawn(process.execPath, [MAIN, 'start'], {
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let told = false;
  const died = exit.then(([code]) => {
    if (!told) throw new Error(`A bot ended by itself with ${code}.`);
  });
  return {
    serves: Promise.race([child.stdout ? once(child.stdout, 'data') : exit, died]),
    async ends(signal) {
      told = true;
      child.kill(signal);
      await exit;
    },
  };
}
