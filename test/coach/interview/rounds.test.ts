import { describe, expect, it } from 'vitest';
import { shuffled } from '../../../src/coach/interview/random.ts';
import type { Event, Settings } from '../../../src/coach/interview/session.ts';
import { isUnscored } from '../../../src/coach/interview/unscored.ts';
import { BANK, play, SITUATION_IDS, THEMES } from './support.ts';

const byId = new Map(BANK.map((question) => [question.id, question]));
const START: Event = { id: 'start', type: 'start' };
const skips = Array.from({ length: 20 }, (_, i): Event => ({ id: `${i}`, type: 'skip' }));
const questionsOf = (settings: Settings) =>
  (play(settings, [START, ...skips]).at(-1)?.after.turns ?? []).map(
    ({ questionId }) => byId.get(questionId) as (typeof BANK)[number],
  );

describe.each([...SITUATION_IDS, undefined])('in the situation %s', (situation) => {
  it('opens with a question about the record that fits it', () => {
    for (let seed = 0; seed < 25; seed++) {
      const [opening] = questionsOf({ situation, rounds: 1, seed });
      expect(opening?.theme).toBe('exam-record');
      if (situation) expect(opening?.situations).toContain(situation);
      else expect(opening?.situations).toEqual([]);
    }
  });
  it('never asks of a record that is another’s', () => {
    for (let seed = 0; seed < 25; seed++)
      for (const { situations } of questionsOf({ situation, rounds: 12, seed }))
        if (situations.length) expect(situations).toContain(situation);
  });
  it('asks about every theme before it comes back to one', () => {
    const themes = questionsOf({ situation, rounds: 12, seed: 3 }).map(({ theme }) => theme);
    expect(new Set(themes).size).toBe(Math.min(12, THEMES.length));
  });
});

describe('twelve rounds', () => {
  it.each(THEMES)('on %s never repeat, keep to it, and end', (focus) => {
    for (const situation of [...SITUATION_IDS, undefined]) {
      const asked = questionsOf({ situation, focus, rounds: 12, seed: 5 });
      expect(asked.length).toBeGreaterThan(0);
      expect(new Set(asked).size).toBe(asked.length);
      expect(new Set(asked.map(({ theme }) => theme))).toEqual(new Set([focus]));
      const settings = { situation, focus, rounds: 12, seed: 5 };
      expect(play(settings, [START, ...skips]).at(-1)?.after.status).toBe('ended');
    }
  });
  it('without a focus are twelve', () => {
    expect(questionsOf({ rounds: 12, seed: 1 })).toHaveLength(12);
    expect(questionsOf({ rounds: 99, seed: 1 })).toHaveLength(12);
  });
});

describe('a theme with fewer questions than rounds', () => {
  it('says from the start how many there will be', () => {
    const said = play({ focus: 'ethics', rounds: 12, seed: 5 }, [START, ...skips])
      .flatMap(({ say }) => say)
      .flatMap((one) => (one.type === 'question' ? [one] : []));
    expect(said.at(-1)?.round).toBe(said[0]?.rounds);
  });
});

describe('a seed', () => {
  it('chooses the questions, and another chooses others', () => {
    const ids = (seed: number) => questionsOf({ rounds: 8, seed }).map(({ id }) => id);
    expect(ids(1)).toEqual(ids(1));
    const orders = new Set(Array.from({ length: 20 }, (_, seed) => ids(seed).join()));
    expect(orders.size).toBeGreaterThan(15);
  });
  it('shuffles without losing or changing anything', () => {
    const list = Object.freeze(Array.from({ length: 50 }, (_, i) => i));
    expect(shuffled(list, 4)).not.toEqual(list);
    expect([...shuffled(list, 4)].sort((a, b) => a - b)).toEqual(list);
    expect(shuffled([], 4)).toEqual([]);
  });
});

describe('an answer with nothing in it', () => {
  const EMPTY = ['', ' \n', 'lol', 'LOL!', 'haha', 'idk', 'banana', '???', 'asdfgh', '12345', '🙂'];
  it.each([
    ...EMPTY,
    'brrrt',
    'blah blah blah',
    'no no no no no no',
  ])('%j is asked again', (text) => {
    const [first, again] = play({ rounds: 2, seed: 1 }, [START, { id: '1', type: 'answer', text }]);
    const [question] = first?.say ?? [];
    expect(again?.say).toEqual([{ type: 'unscored' }, { ...question, again: true }]);
    expect(again?.after.turns).toEqual(first?.after.turns);
  });
  it.each([
    'I failed.',
    'Yes, and it was mine.',
    'No. I was not ready for it.',
    'I passed, I passed, and I passed again because I practiced.',
    'Banana plugs were what I studied.',
    'I don’t know what I would have done without the second notebook.',
  ])('is not %j', (text) => {
    expect(isUnscored(text)).toBe(false);
  });
  it.each([
    'haha lol',
    'lol idk',
    'test test',
    'banana banana banana',
    'hmm idk',
    'I don’t know',
    'ha ha ha you tell me',
    'El teléfono sonó a las dos y la doctora me dejó sostener el catéter.',
  ])('is also %j', (text) => {
    expect(isUnscored(text)).toBe(true);
  });
});
