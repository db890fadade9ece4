import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, entryOfInterview, entryOfReview, trends } from '../../src/coach/progress.ts';
import { reviewStatement } from '../../src/coach/review.ts';
import { anyText, knowledge } from './support.ts';

const AT = '2026-01-02T03:04:05.000Z';
const entry = (flags: Record<string, number>, more: Partial<Entry> = {}): Entry => ({
  at: AT,
  kind: 'interview',
  pieces: 3,
  flags,
  missing: [],
  ...more,
});

describe('trends', () => {
  it('need two sittings of one kind', () => {
    expect(trends([], 'interview')).toEqual([]);
    expect(trends([entry({ blame: 1 })], 'interview')).toEqual([]);
    const mixed = [entry({ blame: 1 }), entry({ blame: 1 }, { kind: 'review' })];
    expect(trends(mixed, 'interview')).toEqual([]);
    expect(trends(mixed, 'review')).toEqual([]);
  });
  it('do not count sittings in which nothing was said', () => {
    const list = [entry({ blame: 1 }), entry({}, { pieces: 0 })];
    expect(trends(list, 'interview')).toEqual([]);
    expect(trends([...list, entry({})], 'interview')).toEqual([
      { flag: 'blame', first: 1, last: 0, sittings: 1 },
    ]);
  });
  it('compare the first sitting with the last, and count those between', () => {
    const list = [entry({ blame: 3 }), entry({ blame: 2, bitter: 1 }), entry({ bitter: 1 })];
    expect(trends(list, 'interview')).toEqual([
      { flag: 'blame', first: 3, last: 0, sittings: 2 },
      { flag: 'bitter', first: 0, last: 1, sittings: 2 },
    ]);
  });
  it('begin with what recurs most', () => {
    const list = [entry({ rare: 9 }), entry({ often: 1 }), entry({ often: 1 })];
    expect(trends(list, 'interview').map(({ flag }) => flag)).toEqual(['often', 'rare']);
  });
  it('leave the entries as they were', () => {
    const list = Object.freeze([entry({ b: 1 }), entry({ a: 1 }), entry({ a: 1 })]);
    trends(list, 'interview');
    expect(list.map(({ flags }) => Object.keys(flags)[0])).toEqual(['b', 'a', 'a']);
  });
});

describe('an entry of a review', () => {
  const ports = { reader: knowledge.reader(), criteria: knowledge.statementCriteria() };
  it('holds labels and figures, and no word of the draft', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const canary = 'xylocanary';
        const review = reviewStatement(`${canary} ${text}\n\n${canary} MRN 4471902`, ports);
        const made = entryOfReview(review, AT);
        expect(JSON.stringify(made)).not.toContain(canary);
        expect(JSON.stringify(made)).not.toContain('4471902');
        expect(made).toMatchObject({ at: AT, kind: 'review', pieces: 1 });
        expect(made.flags['patient-identifier']).toBe(1);
        expect(Object.keys(made.flags)).toEqual([
          ...new Set(review.faults.map(({ flag }) => flag)),
        ]);
      }),
      { numRuns: 40 },
    );
  });
  it('counts a part that is weak as one to work on, and leaves notes out', () => {
    const review = reviewStatement('Mr. Jones waited. I held the wire.', ports);
    const statuses = ['present', 'weak', 'missing', 'present', 'present'] as const;
    const parts = review.parts.map((part, i) => ({ ...part, status: statuses[i] ?? 'present' }));
    const made = entryOfReview({ ...review, parts, faults: [] }, AT);
    expect(made.missing).toEqual(['development', 'acknowledgment']);
    expect(review.notes.map(({ flag }) => flag)).toContain('patient-named');
    expect(made.flags).toEqual({});
  });
});

describe('an entry of an interview', () => {
  it('holds how many answers had each flag', () => {
    const tallies = [
      { flag: 'blame', label: 'It lands on somebody else', count: 2 },
      { flag: 'bitter', label: 'A bitter tone', count: 1 },
    ];
    const best = { quote: 'what I said', does: 'is plain', weight: 1 };
    const debrief = { answered: 4, skipped: 1, seconds: 60, tallies, drills: [], reading: [] };
    const made = entryOfInterview({ ...debrief, best, habit: undefined }, AT);
    expect(made).toEqual(entry({ blame: 2, bitter: 1 }, { pieces: 4 }));
    expect(JSON.stringify(made)).not.toContain('what I said');
  });
});
