import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/coach.ts';
import { type Change, compareReviews } from '../../src/coach/compare.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { KNOWLEDGE } from '../../src/root.ts';
import { loadCases } from '../eval/cases.ts';

const coach = createCoach(openKnowledge(KNOWLEDGE));
const reviews = loadCases('develop', 'statement')
  .filter(({ judged }) => judged)
  .slice(0, 80)
  .map(({ text }) => coach.review(text));
const review = fc.constantFrom(...reviews);
const ids = (changes: readonly Change[]) => changes.map(({ kind, id }) => `${kind} ${id}`).sort();

const CLEAN = `${'The wire was already across when the pressure fell, and I held the sheath while the attending waited. '.repeat(3)}

I failed Step 1 on my first attempt. I had read where I should have tested myself. Since then I did eighty timed questions a day, kept a list of every miss, and passed with a 242 on Step 2 CK.`;
const BLAMING = CLEAN.replace(
  'I had read where I should have tested myself.',
  'My professors never taught us what the exam was about, and the school failed all of us.',
);

describe('two drafts side by side', () => {
  it('of the same review nothing is mended and nothing new', () => {
    for (const one of reviews) {
      const { fixed, fresh, stayed } = compareReviews(one, one);
      expect([fixed, fresh]).toEqual([[], []]);
      expect(stayed.filter(({ kind }) => kind === 'flag').length).toBe(
        new Set(one.faults.map(({ flag }) => flag)).size,
      );
    }
  });
  it('the other way round, what was mended is new', () => {
    fc.assert(
      fc.property(review, review, (one, other) => {
        const [there, back] = [compareReviews(one, other), compareReviews(other, one)];
        expect(ids(there.fixed)).toEqual(ids(back.fresh));
        expect(ids(there.stayed)).toEqual(ids(back.stayed));
      }),
    );
  });
  it('everything that either says is in exactly one list', () => {
    fc.assert(
      fc.property(review, review, (one, other) => {
        const { fixed, fresh, stayed } = compareReviews(one, other);
        const said = [one, other].flatMap(({ faults, notes, parts }) => [
          ...faults.map(({ flag }) => `flag ${flag}`),
          ...notes.map(({ flag }) => `note ${flag}`),
          ...parts.filter(({ status }) => status !== 'present').map(({ part }) => `part ${part}`),
        ]);
        const listed = [...fixed, ...fresh, ...stayed].filter(({ kind }) => kind !== 'order');
        expect(ids(listed)).toEqual([...new Set(said)].sort());
      }),
    );
  });
  it('blame that was taken out is mended, with the words that are gone', () => {
    const { fixed } = compareReviews(coach.review(BLAMING), coach.review(CLEAN));
    const [blame] = fixed.filter(({ id }) => id === 'blame');
    expect(blame?.after).toBe(0);
    expect(BLAMING).toContain(blame?.quote);
    expect(CLEAN).not.toContain(blame?.quote);
  });
  it('says where one was judged by rules and the other by a model', () => {
    const [one] = reviews;
    if (!one) throw new Error('no reviews');
    expect(compareReviews(one, one).unlike).toBe(false);
    expect(compareReviews(one, { ...one, source: 'model' }).unlike).toBe(true);
  });
});
