import { afterEach, expect, it, vi } from 'vitest';
import { createPace } from '../../src/discord/pace.ts';

const never = () => new Promise<void>(() => {});

afterEach(() => vi.useRealTimers());

it('begins one piece of work in a turn of the event loop, in the order they came', async () => {
  const pace = createPace();
  let turn = 0;
  const count = () => {
    turn++;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  const begun: Array<{ piece: number; turn: number }> = [];
  const work = async (piece: number) => {
    await pace.turn('server');
    begun.push({ piece, turn });
  };
  await Promise.all([0, 1, 2, 3, 4].map(work));
  await Promise.all([5, 6].map(work));
  clearImmediate(counting);
  expect(begun.map(({ piece }) => piece)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(new Set(begun.map((each) => each.turn)).size).toBe(7);
});

it('lets a crowd be acknowledged before work begins', async () => {
  const pace = createPace();
  const order: string[] = [];
  const crowd = Array.from({ length: 20 }, (_, i) =>
    pace.acknowledge(async () => {
      await new Promise((resolve) => setTimeout(resolve, 2 * i));
      order.push('acknowledged');
    }),
  );
  const work = pace.turn('server').then(() => order.push('begun'));
  await Promise.all([...crowd, work]);
  // All but the few that are no crowd any more.
  expect(order.indexOf('begun')).toBeGreaterThanOrEqual(12);
});

it.each([
  ['a few acknowledgements, begins at once', 8, 0],
  ['a crowd that nothing is heard of, begins after a second', 9, 1_000],
])('work behind %s', async (_, people, after) => {
  vi.useFakeTimers();
  const pace = createPace();
  for (let i = 0; i < people; i++) void pace.acknowledge(never);
  const begun = vi.fn();
  void pace.turn('server').then(begun);
  await vi.advanceTimersByTimeAsync(Math.max(0, after - 1));
  expect(begun).toHaveBeenCalledTimes(after ? 0 : 1);
  await vi.advanceTimersByTimeAsync(10);
  expect(begun).toHaveBeenCalledTimes(1);
});

it('counts an acknowledgement that fails as over', async () => {
  vi.useFakeTimers();
  const pace = createPace();
  const gone = () => pace.acknowledge(() => Promise.reject(new Error('unknown interaction')));
  await Promise.allSettled(Array.from({ length: 20 }, gone));
  const begun = vi.fn();
  void pace.turn('server').then(begun);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toHaveBeenCalledTimes(1);
});

it('is full for a server of which fifty pieces wait, and for no other', async () => {
  const pace = createPace();
  const work = Array.from({ length: 50 }, () => {
    expect(pace.isFull('flood')).toBe(false);
    return pace.turn('flood');
  });
  expect([pace.isFull('flood'), pace.isFull('other')]).toEqual([true, false]);
  await Promise.all(work);
  expect(pace.isFull('flood')).toBe(false);
});
