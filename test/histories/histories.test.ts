import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { tellHistories } from './pure.ts';
import { runRaces } from './racing.ts';

/** The whole numbers take minutes: `npm run histories`. */
const PURE = 2_000;
const RACES = 200;

const REDIS = inject('redis');

describe('generated histories of doubled, reordered and late events', () => {
  it('come to what a few plain rules foretell', () => {
    const told = tellHistories(PURE);
    for (const count of Object.values(told)) expect(count).toBeGreaterThan(PURE / 4);
  }, 180_000);
  it.skipIf(!REDIS)(
    'have one winner each where two processes share a Redis',
    async () => {
      const url = `${REDIS}?prefix=test-${randomUUID()}`;
      const raced = await runRaces(url, RACES, Date.now() % 1_000_000);
      expect(raced.won).toBeGreaterThan(RACES);
      expect(raced.deliveries).toBeGreaterThan(raced.events);
    },
    180_000,
  );
});
