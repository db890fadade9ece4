import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { crash } from './crashes.ts';

/** Thousands take hours: `npm run crash`. */
const KILLS = 5;
const REDIS = inject('redis');

it('a bot that is killed at random moments loses, doubles and leaves nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'match-coach-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const storeUrl = `sqlite:${join(folder, 'crash.sqlite')}`;
  const { wrong, interviews } = await crash({ kills: KILLS, processes: 1, people: 3, storeUrl });
  expect(wrong).toEqual([]);
  expect(interviews).toBeGreaterThan(0);
}, 180_000);

it.skipIf(!REDIS)(
  'two bots on one Redis, which are told of the same, answer once whichever is killed',
  async () => {
    const storeUrl = `${REDIS}?prefix=test-${randomUUID()}`;
    const { wrong, interviews } = await crash({ kills: KILLS, processes: 2, people: 3, storeUrl });
    expect(wrong).toEqual([]);
    expect(interviews).toBeGreaterThan(0);
  },
  180_000,
);
