import { expect, it } from 'vitest';
import { countWords } from '../../src/coach/text/tokens.ts';
import { draftOf } from './texts.ts';
import { at, compare, exponent, median } from './timing.ts';

it('lets contenders run in turns, and counts none of the warm-up', async () => {
  const ran: string[] = [];
  const contender = (name: string) => ({ name, run: (turn: number) => ran.push(name + turn) });
  const timed = await compare([contender('a'), contender('b')], 2, 1);
  expect(ran).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
  expect(timed.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(timed[0]?.ratio).toBe(1);
});

it('finds the exponent of a growth', () => {
  const sizes = [100, 1000, 10_000];
  expect(exponent(sizes.map((n) => [n, 3 * n]))).toBeCloseTo(1);
  expect(exponent(sizes.map((n) => [n, n ** 2 / 5]))).toBeCloseTo(2);
});

it('takes shares of what is sorted', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(at([4, 1, 3, 2], 1)).toBe(4);
});

it('makes drafts of a size, each another', () => {
  for (const words of [500, 750, 8000]) expect(countWords(draftOf(words, 3))).toBe(words);
  expect(draftOf(750, 0)).not.toBe(draftOf(750, 1));
});
