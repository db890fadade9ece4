import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/coach/progress.ts';
import { drawDebrief } from '../../src/pictures/debrief.ts';
import { courseOf, drawProgress } from '../../src/pictures/progress.ts';
import { knowledge } from '../coach/support.ts';
import { ended, expectLaidOut, writtenIn } from './support.ts';

const { labelOf } = knowledge;
const kinds = {
  interview: [...knowledge.answerCriteria().keys()],
  review: [...knowledge.statementCriteria().keys()],
};
const entry = fc.constantFrom('interview', 'review').chain((kind) =>
  fc.record({
    at: fc
      .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    kind: fc.constant(kind as Entry['kind']),
    pieces: fc.constantFrom(0, 1, 5, 24),
    flags: fc.dictionary(
      fc.constantFrom(...kinds[kind as Entry['kind']]),
      fc.integer({ min: 1, max: 24 }),
    ),
    missing: fc.subarray(kind === 'review' ? [...knowledge.partCriteria().keys()] : []),
  }),
);
const entries = fc.array(entry, { maxLength: 20 });

describe('the picture of progress', () => {
  it('has room for everything, and names every flag of the latest sittings', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const picture = drawProgress(list, labelOf);
        const courses = (['interview', 'review'] as const).flatMap(
          (kind) => courseOf(list, kind, labelOf) ?? [],
        );
        expect(picture === undefined).toBe(courses.length === 0);
        if (!picture) return;
        expectLaidOut(picture);
        const words = writtenIn(picture);
        for (const { label } of courses.flatMap(({ there, gone }) => [...there, ...gone]))
          expect(words).toContain(label);
        expect(picture.alt.length).toBeLessThanOrEqual(1_024);
      }),
      { numRuns: 80 },
    );
  });
  it('draws what was counted, and tells what recurs from what went away', () => {
    const sitting = (day: number, flags: Record<string, number>): Entry => {
      return { at: `2026-11-0${day}T09:00:00Z`, kind: 'interview', pieces: 5, flags, missing: [] };
    };
    const list = [sitting(1, { blame: 3, bitter: 1 }), sitting(2, {}), sitting(3, { blame: 1 })];
    const course = courseOf(list, 'interview', labelOf);
    expect(course?.there.map(({ counts }) => counts)).toEqual([[3, 0, 1]]);
    expect(course?.gone.map(({ counts }) => counts)).toEqual([[1, 0, 0]]);
    const alt = drawProgress(list, labelOf)?.alt;
    expect(alt).toMatch(
      /still in the last one: .*\(in 2 of 3\); gone in the last one: .*\(in 1 of 3\)/,
    );
    expect(drawProgress(list.slice(0, 1), labelOf)).toBeUndefined();
  });
  it('breaks long labels', () => {
    const sittings: Entry[] = [1, 2, 3].map((day) => {
      const at = `2026-11-0${day}T09:00:00Z`;
      return { at, kind: 'review', pieces: 1, flags: { blame: 1 }, missing: ['growth'] };
    });
    const picture = drawProgress(
      sittings,
      (_, id) => `${'Honorificabilitudinitatibus'.repeat(3)} ${id}`,
    );
    if (picture) expectLaidOut(picture);
    expect(picture).toBeDefined();
  });
});

describe('the picture of one session', () => {
  const answers = [
    'I failed Step 1 because the school never prepared us, and nobody told me anything at all.',
    'I scored 204 on Step 1 and I own it. Then I did forty questions a day and kept a log. '.repeat(
      4,
    ),
    'It was unfair, and I learned a lot from it, and I grew as a person in many ways. '.repeat(20),
  ];
  it('has room for as many answers as an interview has, and names every flag', () => {
    const answer = fc.constantFrom(...answers);
    const shape = fc.record({ rounds: fc.integer({ min: 1, max: 12 }), seed: fc.nat(99) });
    fc.assert(
      fc.property(shape, fc.array(answer, { minLength: 1, maxLength: 30 }), (settings, said) => {
        const end = ended(settings, said);
        const picture = end && drawDebrief(end.debrief, end.turns);
        expect(picture).toBeDefined();
        if (!end || !picture) return;
        expectLaidOut(picture);
        for (const { label, count } of end.debrief.tallies) {
          expect(writtenIn(picture)).toContain(label);
          expect(picture.alt).toContain(`${label}: ${count}`);
        }
        expect(writtenIn(picture)).not.toMatch(/school never|forty questions/);
      }),
      { numRuns: 15 },
    );
  });
  it('is none where nothing was answered', () => {
    const end = ended({ rounds: 2, seed: 1 }, []);
    expect(end && drawDebrief(end.debrief, end.turns)).toBeUndefined();
  });
});
