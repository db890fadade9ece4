import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/coach/progress.ts';
import { createProgressStore, UNDER_WAY } from '../../src/store/progress.ts';
import { recordsIn } from '../../src/store/records.ts';
import { createOpener, folder, KINDS, SHARED, urlOf } from './support.ts';

const entry = (pieces: number): Entry => ({
  at: '2026-01-02T03:04:05.000Z',
  kind: 'interview',
  pieces,
  flags: { blame: 1 },
  missing: [],
});
const DAY = 24 * 60 * 60 * 1000;
/** A year and a bit, and a clock that a test can turn on. */
const clock = { now: Date.parse('2026-01-03T00:00:00Z') };
const kept = { days: 400, now: () => clock.now };
const pieces = (entries: readonly Entry[]) => entries.map((one) => one.pieces);

describe.each(KINDS)('progress in a %s store', (kind) => {
  const open = createOpener(kind);
  const start = async () => createProgressStore(await open<never>(), kept);

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
  it('goes when it is older than it is to be kept, and leaves nothing behind', async () => {
    const progress = await start();
    const begun = clock.now;
    await progress.add('me', entry(1));
    await progress.add('you', { ...entry(2), at: new Date(begun + 300 * DAY).toISOString() });
    clock.now += 400 * DAY;
    expect(await progress.list('me')).toEqual([]);
    await progress.forgetOld();
    clock.now = begun;
    expect(await progress.list('me')).toEqual([]);
    expect(pieces(await progress.list('you'))).toEqual([2]);
  });
  it('erased stays erased: what had begun before is not added, what begins after is', async () => {
    const progress = await start();
    const begun = clock.now;
    await progress.add('me', entry(1));
    await progress.erase('me', begun + 5);
    await progress.add('me', entry(2), begun);
    expect(await progress.list('me')).toEqual([]);
    await progress.forgetOld();
    await progress.add('me', entry(3), begun + 5);
    expect(await progress.list('me')).toEqual([]);
    await progress.add('me', entry(4), begun + 6);
    expect(pieces(await progress.list('me'))).toEqual([4]);
  });
  it('of who erased nothing is left once nothing can be under way', async () => {
    const store = await open<never>();
    const progress = createProgressStore(store, kept);
    await progress.erase('me', clock.now);
    const left = () => recordsIn(store).keys('progress:');
    await progress.forgetOld();
    expect(await left()).toHaveLength(1);
    clock.now += UNDER_WAY;
    await progress.forgetOld();
    expect(await left()).toEqual([]);
    clock.now -= UNDER_WAY;
  });
});

describe.each(SHARED)('progress in a %s store', (kind) => {
  const open = createOpener(kind);
  it('is there for the next start', async () => {
    const url = urlOf(kind, folder());
    const first = await open<never>(url);
    await createProgressStore(first, kept).add('me', entry(7));
    await first.disconnect();
    expect(pieces(await createProgressStore(await open<never>(url), kept).list('me'))).toEqual([7]);
  });
});
