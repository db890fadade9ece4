import { expect, it } from 'vitest';
import { createPace } from '../../src/discord/pace.ts';

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
    await pace();
    begun.push({ piece, turn });
  };
  await Promise.all([0, 1, 2, 3, 4].map(work));
  await Promise.all([5, 6].map(work));
  clearImmediate(counting);
  expect(begun.map(({ piece }) => piece)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(new Set(begun.map((each) => each.turn)).size).toBe(7);
});
