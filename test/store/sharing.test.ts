import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ALLOWANCE, createAdmission } from '../../src/discord/admission.ts';
import { createBudget, type Spent } from '../../src/model/budget.ts';
import { limiterIn } from '../../src/store/limiter.ts';
import { recordsIn } from '../../src/store/records.ts';
import { Line } from './line.ts';
import { createOpener, REDIS, urlOf } from './support.ts';

const KEYS = [randomBytes(32)];

/** What several processes on one Redis count together. */
describe.skipIf(!REDIS)('two processes on one Redis', () => {
  const open = createOpener('redis');
  // What is kept at the end of a line that is cut can't be cleared, and nothing is.
  const openAt = createOpener('memory');
  /** Each with a store of its own in the same place. */
  const two = async () => {
    const url = urlOf('redis', '');
    return [await open<never>(url, KEYS), await open<never>(url, KEYS)] as const;
  };

  it('let a person do as much in both as in one', async () => {
    const admissions = (await two()).map((store) => createAdmission(limiterIn(store, ALLOWANCE)));
    const waits: number[] = [];
    for (let i = 0; i < ALLOWANCE.points / 2 + 1; i++)
      for (const admission of admissions) waits.push(await admission.secondsToWait('ana'));
    expect(waits.slice(0, ALLOWANCE.points).every((wait) => wait === 0)).toBe(true);
    for (const wait of waits.slice(ALLOWANCE.points)) {
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(ALLOWANCE.duration);
    }
    expect(await admissions[0]?.secondsToWait('ben')).toBe(0);
  });
  it('go on counting when one of them is the first to have a key', async () => {
    const url = urlOf('redis', '');
    const admit = async (keys: Buffer[]) =>
      createAdmission(limiterIn(await open<never>(url, keys), { points: 2, duration: 60 }));
    const before = await admit([]);
    expect([await before.secondsToWait('ana'), await before.secondsToWait('ana')]).toEqual([0, 0]);
    expect(await (await admit(KEYS)).secondsToWait('ana')).toBeGreaterThan(0);
  });
  it('spend no more of a day’s tokens than one', async () => {
    const budgets = (await two()).map((store) =>
      createBudget(
        async () => recordsIn<Spent>(store),
        { person: 1000, server: 1000 },
        () => 0,
      ),
    );
    const reserving = Array.from({ length: 20 }, (_, i) =>
      budgets[i % 2]?.reserve({ person: 'ana' }, 100),
    );
    const granted = (await Promise.all(reserving)).filter(Boolean);
    expect(granted).toHaveLength(10);
  });
  it('have one winner of each change, whoever is faster', async () => {
    const both = (await two()).map((store) => recordsIn<string[]>(store));
    const taken = Array.from({ length: 50 }, (_, i) => `event-${i}`);
    // Each event is delivered to both; it counts in one.
    const counted: string[] = [];
    await Promise.all(
      taken.flatMap((event) =>
        both.map(async (records) => {
          let won = false;
          await records.update('interview:ana', (seen = []) => {
            won = !seen.includes(event);
            return won ? [...seen, event] : seen;
          });
          if (won) counted.push(event);
        }),
      ),
    );
    expect(counted.sort()).toEqual(taken.sort());
    expect((await both[0]?.get('interview:ana'))?.sort()).toEqual(taken.sort());
  });
  it('count for themselves while Redis is away or silent, and nobody waits for it', async () => {
    const line = new Line();
    onTestFinished(() => line.cut());
    const store = await openAt<never>(await line.open());
    const admission = createAdmission(limiterIn(store, ALLOWANCE));
    line.silent = true;
    expect(await admission.secondsToWait('ana')).toBe(0);
    await line.cut();
    const waits: number[] = [];
    for (let i = 0; i < ALLOWANCE.points; i++) waits.push(await admission.secondsToWait('ana'));
    expect(waits.slice(0, -1).every((wait) => wait === 0)).toBe(true);
    expect(waits.at(-1)).toBeGreaterThan(0);
  });
});
