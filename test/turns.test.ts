import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Turns } from '../src/turns.ts';

const waiting = (list: string) => {
  const turns = new Turns<string>();
  for (const [i, whose] of [...list].entries()) turns.add(whose, `${whose}${i}`);
  return turns;
};
const all = (turns: Turns<string>) => {
  const taken: string[] = [];
  for (let one = turns.take(); one !== undefined; one = turns.take()) taken.push(one);
  return taken;
};

it('lets those who wait take turns, each in their own order', () => {
  expect(all(waiting('aaaabbc'))).toEqual(['a0', 'b4', 'c6', 'a1', 'b5', 'a2', 'a3']);
});

it('gives up the latest of whoever has the most', () => {
  const turns = waiting('abaacb');
  expect([turns.giveUp(), turns.giveUp(), turns.giveUp()]).toEqual(['a3', 'a2', 'b5']);
  expect([turns.size, turns.first]).toEqual([3, 'a0']);
});

it('lets nobody wait for more than one of each of the others, and loses nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 }), (list) => {
      const taken = all(waiting(list.join('')));
      expect(taken.toSorted()).toEqual(list.map((whose, i) => `${whose}${i}`).toSorted());
      const nth = new Map<string, number>();
      const rounds = taken.map(([whose = '']) => {
        nth.set(whose, (nth.get(whose) ?? 0) + 1);
        return nth.get(whose) ?? 0;
      });
      expect(rounds).toEqual(rounds.toSorted((a, b) => a - b));
    }),
  );
});

it('lets go of what is no longer waited for', () => {
  const turns = waiting('aba');
  turns.remove('a', 'a0');
  turns.remove('c', 'nothing');
  expect([turns.size, all(turns)]).toEqual([2, ['a2', 'b1']]);
});
