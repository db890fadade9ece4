import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/coach.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { KNOWLEDGE } from '../../src/root.ts';
import { fallen, GUARDED, loadAgreed } from './agreed.ts';
import { type Figure, measure } from './figures.ts';

describe('the figures by rules', () => {
  const coach = createCoach(openKnowledge(KNOWLEDGE));
  const agreed = loadAgreed();
  for (const half of GUARDED)
    it(`of the ${half} half are as good as agreed on`, () => {
      expect(fallen(half, measure(coach, half).figures, agreed[half] ?? {})).toEqual([]);
    });
});

describe('what counts as fallen', () => {
  const figure = (value: number, of: number, better: Figure['better'] = 'higher'): Figure => ({
    name: 'order',
    value,
    detail: '',
    of,
    better,
  });
  it.each([
    ['the same', figure(0.9, 40), 0.9],
    ['better', figure(0.95, 40), 0.9],
    ['lower, where lower is better', figure(0.1, 40, 'lower'), 0.2],
    ['one of ten cases', figure(0.8, 10), 0.9],
  ])('not: %s', (_, measured, before) => {
    expect(fallen('fresh', [measured], { order: before })).toEqual([]);
  });
  it.each([
    ['one of forty cases', figure(0.875, 40), 0.9],
    ['two of ten cases', figure(0.7, 10), 0.9],
    ['higher, where lower is better', figure(0.3, 40, 'lower'), 0.2],
  ])('%s', (_, measured, before) => {
    const line = `fresh: order is ${measured.value.toFixed(3)}, agreed ${before.toFixed(3)}`;
    expect(fallen('fresh', [measured], { order: before })).toEqual([line]);
  });
  it('a figure that is new or gone', () => {
    expect(fallen('fresh', [figure(1, 40)], { spot: 1 })).toEqual([
      'fresh: "spot" is agreed on and no longer measured',
      'fresh: "order" is not agreed on yet',
    ]);
  });
});
