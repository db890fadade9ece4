import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Kept } from '../../src/discord/interview-record.ts';
import { openStore } from '../../src/store/open.ts';
import { createProgressStore } from '../../src/store/progress.ts';
import { recordsIn } from '../../src/store/records.ts';
import { judge } from './judge.ts';
import { type Race, race } from './race.ts';
import type { Outcome } from './racer.ts';

const RACER = fileURLToPath(new URL('racer.ts', import.meta.url));
/** People whose events arrive at the same time. */
const AT_ONCE = 24;
/** Longer than any of them takes, in milliseconds. */
const PATIENCE = 60_000;

/** What happened in all races together. */
export interface Raced {
  events: number;
  deliveries: number;
  won: number;
  refused: number;
}

interface Finished {
  person: string;
  outcomes: Outcome[];
}

/**
 * Has two processes on one store take in so many generated histories, each told of every event;
 * throws at the first that does not come out right. Nothing is left in the store.
 */
export async function runRaces(url: string, count: number, seed: number): Promise<Raced> {
  const racers = ['0', '1'].map((which) =>
    spawn(process.execPath, ['--import', 'tsx', RACER, url, which], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // JSON knows no NaN.
      serialization: 'advanced',
    }),
  );
  const store = await openStore<never>(url);
  const records = recordsIn<Kept>(store);
  const progress = createProgressStore(store, { days: 1, now: Date.now });
  const raced: Raced = { events: 0, deliveries: 0, won: 0, refused: 0 };
  const run = async (number: number) => {
    const [one] = fc.sample(race(number), { numRuns: 1, seed: seed + number }) as [Race];
    const done = racers.map((racer) => finished(racer, one.person));
    for (const racer of racers) racer.send(one);
    const outcomes = (await Promise.all(done)).flat();
    const kept = (await records.get(`interview:${one.person}`)) ?? {};
    try {
      judge(one, outcomes, kept, await progress.list(one.person));
    } catch (error) {
      throw new Error(`history ${number} of seed ${seed}`, { cause: error });
    }
    raced.events += one.happened.length;
    raced.deliveries += outcomes.length;
    raced.won += outcomes.filter(({ won }) => won).length;
    raced.refused += outcomes.filter(({ refused }) => refused).length;
  };
  try {
    await Promise.all(racers.map((racer) => once(racer, 'message')));
    for (const racer of racers) racer.setMaxListeners(2 * AT_ONCE);
    let next = 0;
    const one = async () => {
      while (next < count) await run(next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return raced;
  } finally {
    for (const racer of racers) racer.kill();
    await store.clear();
    await store.disconnect();
  }
}

function finished(racer: ChildProcess, person: string): Promise<Outcome[]> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      racer.off('message', told).off('exit', died);
    };
    const told = (message: Finished) => {
      if (message.person !== person) return;
      stop();
      resolve(message.outcomes);
    };
    const died = () => {
      stop();
      reject(new Error('one of the processes ended'));
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${person} was not done in time`));
    }, PATIENCE);
    racer.on('message', told).on('exit', died);
  });
}
