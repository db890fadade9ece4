import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { tellHistories } from './pure.ts';
import { runRaces } from './racing.ts';

/**
 * `npm run histories [PURE] [STORE] [SEED]`: so many generated histories of doubled, reordered and late
 * events against the pure interview and an oracle, and so many through two processes that share one
 * Redis (`TEST_REDIS_URL`, else 127.0.0.1:6379). Ends with 1 at the first that goes wrong.
 */
const [, , pure = '100000', store = '10000', seed = `${Date.now() % 1_000_000}`] = process.argv;
const REDIS = process.env.TEST_REDIS_URL || 'redis://127.0.0.1:6379';

console.log(
  `node ${process.version}, ${cpus().length} cores, load average ${load()}, seed ${seed}`,
);
await timed(async () => {
  const told = tellHistories(Number(pure), Number(seed));
  return `${pure} histories told to the pure interview: ${list({ ...told })}`;
});
await timed(async () => {
  const url = `${REDIS}?prefix=histories-${randomUUID()}`;
  const raced = await runRaces(url, Number(store), Number(seed));
  return `${store} histories through two processes on one Redis: ${list({ ...raced })}`;
});

async function timed(work: () => Promise<string>): Promise<void> {
  const began = performance.now();
  const what = await work();
  console.log(`${what}; ${Math.round((performance.now() - began) / 1000)} s, load ${load()}`);
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}

function list(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
