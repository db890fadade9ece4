import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { ask, type Inside, startBuiltBot, stopBuiltBot, told } from '../bench/built-bot.ts';
import { startDiscord } from '../servers/discord/index.ts';
import { crowd, floodOf } from './crowd.ts';
import type { Entry } from './ledger.ts';
import { brokenPromises, report } from './report.ts';
import { startSlowModel } from './slow-model.ts';

/**
 * `npm run day [PEOPLE] [EVENTS] [MINUTES]`: a day's load in a few minutes, on the built bot in a process of
 * its own, with a local Discord and a model that is slow, fails for two tenths of the time and recovers,
 * both in this one. In the eighth tenth one server floods. Prints what came of it, and ends with 1
 * where a promise does not hold.
 */
const [people = 5_000, events = 50_000, minutes = 10] = process.argv.slice(2).map(Number);
const TENTH = (minutes * 60_000) / 10;
const FAILS = { from: 3, to: 5 };
const FLOOD = 7;
/** Calls of the model at once; the server has two cores, and the model thinks elsewhere. */
const CONCURRENCY = process.env.DAY_CONCURRENCY ?? '64';

const folder = mkdtempSync(join(tmpdir(), 'match-coach-day-'));
const [discord, model] = [await startDiscord(), await startSlowModel()];
const bot = await startBuiltBot(discord, {
  STORE_URL: `sqlite:${join(folder, 'day.sqlite')}`,
  OPENAI_BASE_URL: model.url,
  OPENAI_CONCURRENCY: CONCURRENCY,
  DAILY_TOKENS_SERVER: '1000000000',
  LOG_LEVEL: 'fatal',
});
const [cpu] = cpus();
console.log(
  `node ${process.version}, ${cpus().length} × ${cpu?.model.trim()}, load average ${load()}; ${people} people, ${events} events, ${minutes} minutes; at most ${CONCURRENCY} calls of the model at once`,
);

const entries: Entry[] = [];
const insides: Inside[] = [await ask(bot)];
const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();
const began = performance.now();
const day = {
  discord,
  length: minutes * 60_000,
  now: () => performance.now() - began,
  note: (entry: Entry) => void entries.push(entry),
};
const broken: string[] = [];
const visits = crowd(day, people, events, (why) => broken.push(why));
const flooding = after(FLOOD * TENTH).then(() => floodOf(day, TENTH));
for (let tenth = 1; tenth <= 10; tenth++) {
  await after(Math.max(0, tenth * TENTH - day.now()));
  model.fails = tenth >= FAILS.from && tenth < FAILS.to;
  discord.forgets(discord.now() - 3 * TENTH);
  const inside = await ask(bot);
  insides.push(inside);
  const share = (inside.cpu / TENTH).toFixed(2);
  console.log(
    `${((tenth * minutes) / 10).toFixed(1)} min: ${entries.length} events over; ${told(inside)}; ${share} of a core; load ${load()}`,
  );
}
await Promise.all([...visits, flooding]);
const took = day.now() / 1000;

const found = {
  entries,
  insides,
  broken,
  tenth: TENTH,
  flood: FLOOD,
  violations: discord.violations,
};
console.log(report(found));
const { user, system } = process.cpuUsage();
console.log(
  `all over after ${took.toFixed(0)} s; the local Discord and the people took ${((user + system) / 1e6 / took).toFixed(2)} of a core, and their event loop was late by ${(lag.percentile(99) / 1e6).toFixed(0)} ms at p99; load average ${load()}`,
);
const promises = brokenPromises(found);
for (const promise of promises) console.log(`NOT KEPT: ${promise}`);
await stopBuiltBot(bot);
await Promise.all([discord.close(), model.close()]);
rmSync(folder, { recursive: true });
process.exit(promises.length ? 1 : 0);

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}
