import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/coach/progress.ts';
import { createProgressStore } from '../../src/store/progress.ts';
import { createOpener, folder, KINDS, SHARED, urlOf } from './support.ts';

const entry = (pieces: number): Entry => ({
  at: '2026-01-02T03:04:05.000Z',
  kind: 'interview',
  pieces,
  flags: { blame: 1 },
  missing: [],
});
const pieces = (entries: readonly Entry[]) => entries.map((one) => one.pieces);

describe.each(KINDS)('progress in a %s store', (kind) => {
  const open = createOpener(kind);
  const start = async () => createProgressStore(await open<Entry[]>());

  it('is nothing for who was never seen', async () => {
    expect(await (await start()).list('nobody')).toEqual([]);
  });
  it('comes back in the order in which it was added', async () => {
    const progress = await start();
    for (const n of [1, 2, 3]) await progress.add('me', entry(n));
    expect(await progress.list('me')).toEqual([entry(1), entry(2), entry(3)]);
  });
  it('is each person’s own', async () => {
    const progress = await start();
    await progress.add('me', entry(1));
    await progress.add('you', entry(2));
    await progress.add('me:you', entry(3));
    expect(pieces(await progress.list('me'))).toEqual([1]);
    expect(pieces(await progress.list('you'))).toEqual([2]);
    expect(pieces(await progress.list('me:you'))).toEqual([3]);
  });
  it('remembers the last two hundred sittings', async () => {
    const progress = await start();
    for (let n = 1; n <= 203; n++) await progress.add('me', entry(n));
    const kept = pieces(await progress.list('me'));
    expect(kept).toHaveLength(200);
    expect([kept[0], kept.at(-1)]).toEqual([4, 203]);
  });
  it('loses nothing of what is added at once', async () => {
    const progress = await start();
    await Promise.all([1, 2, 3].map((n) => progress.add('me', entry(n))));
    expect(await progress.list('me')).toHaveLength(3);
  });
});

describe.each(SHARED)('progress in a %s store', (kind) => {
  const open = createOpener(kind);
  it('is there for the next start', async () => {
    const url = urlOf(kind, folder());
    const first = await open<Entry[]>(url);
    await createProgressStore(first).add('me', entry(7));
    await first.disconnect();
    expect(pieces(await createProgressStore(await open<Entry[]>(url)).list('me'))).toEqual([7]);
  });
});
