import { cpus, loadavg } from 'node:os';
import { attempt, MOST_MB, MOST_SECONDS } from './attempt.ts';
import { inputs } from './inputs/registry.ts';
import { openStage } from './stage.ts';
import { heading, row } from './table.ts';

/**
 * `npm run hostile [PART]`: every hostile input at every door of the built program, one after the other, and
 * what each got; with a part of a door's or an input's name, those alone. Ends with 1 where one crashed,
 * hung, leaked, was not answered as it should be, or cost too much.
 */
const part = process.argv[2] ?? '';
const chosen = inputs.filter(({ door, name }) => `${door}: ${name}`.includes(part));
const stage = await openStage();
console.log(
  `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load average ${load()}\n${heading}`,
);
let [bad, seconds, mb] = [0, 0, 0];
for (const [i, input] of chosen.entries()) {
  const came = await attempt(input, stage);
  console.log(row(i + 1, input, came));
  if (came.faults.length) bad++;
  seconds = Math.max(seconds, came.seconds);
  mb = Math.max(mb, came.mb);
}
const kept = await stage.close();
if (kept) console.log(`NOT WELL: ${kept}`);
console.log(
  `${chosen.length} inputs at ${new Set(chosen.map(({ door }) => door)).size} doors: ${chosen.length - bad} as they should be, ${bad} not; the slowest took ${seconds.toFixed(1)} of ${MOST_SECONDS} s, the largest ${mb.toFixed(0)} of ${MOST_MB} MB; load average ${load()}`,
);
process.exit(bad || kept ? 1 : 0);

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}
