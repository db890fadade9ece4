import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { crash } from './crashes.ts';

/**
 * `npm run crash [KILLS] [REDIS_URL]`: kills the built bot at random moments, on a local Discord and a
 * local model, and compares what people saw with what they said. With a SQLite file and one process,
 * or with a Redis and two processes that are both told of everything. Ends with 1 where anything was lost,
 * doubled or stuck.
 */
const [kills = '2000', redis] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'match-coach-crash-'));
const storeUrl = redis ?? `sqlite:${join(folder, 'crash.sqlite')}`;
const processes = redis ? 2 : 1;
const load = () => loadavg()[0]?.toFixed(1);
console.log(
  `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load average ${load()}; ${processes} on ${redis ? 'a Redis' : 'a SQLite file'}`,
);
const began = performance.now();
const minutes = () => ((performance.now() - began) / 60_000).toFixed(1);
const { deeds, interviews, wrong } = await crash({
  kills: Number(kills),
  processes,
  people: 8,
  storeUrl,
  onWrong: (what) => console.log(what),
  onDeed: ({ killed }, outcome) =>
    console.log(
      `${minutes()} min: ${killed} killed, ${outcome.interviews} interviews gone through, ${outcome.wrong.length} wrong`,
    ),
});
const counted = (what: RegExp) => wrong.filter((line) => what.test(line)).length;
console.log(
  `${deeds.killed} killed (${deeds.starting} of them while they started), ${deeds.stopped} stopped; ${interviews} interviews with ${interviews * 3} answers in ${minutes()} minutes: lost ${counted(/counts 0 times/)}, doubled ${counted(/counts [2-9]/)}, stuck ${counted(/stuck/)}, shown not once ${counted(/is shown/)}, other ${wrong.length - counted(/counts|stuck|is shown/)}; load average ${load()}`,
);
rmSync(folder, { recursive: true });
process.exit(wrong.length ? 1 : 0);
