import fc from 'fast-check';
import { expect } from 'vitest';
import { createCoach } from '../../src/coach/coach.ts';
import type { Finding } from '../../src/coach/finding.ts';
import { PARTS } from '../../src/coach/reading/parts.ts';
import type { Review } from '../../src/coach/review.ts';
import type { Picture, Shape, Words } from '../../src/pictures/shapes.ts';
import { widthOf } from '../../src/pictures/widths.ts';
import { knowledge } from '../coach/support.ts';

export const coach = createCoach(knowledge);
export const parts = knowledge.partCriteria();

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a shape covers; a text from its ascenders to its descenders. */
export function areaOf(shape: Shape): Area {
  switch (shape.type) {
    case 'box': {
      const { x, y, width, height } = shape;
      return { left: x, right: x + width, top: y, bottom: y + height };
    }
    case 'disc': {
      const { x, y, radius } = shape;
      return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
    }
    case 'line': {
      const { x, y, x2, y2 } = shape;
      return { left: x, right: x2, top: Math.min(y, y2), bottom: Math.max(y, y2) };
    }
    case 'text': {
      const { x, y, text, size, bold, anchor } = shape;
      const width = widthOf(text, size, bold);
      const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
      return { left, right: left + width, top: y - size * 0.76, bottom: y + size * 0.24 };
    }
  }
}

const meet = (a: Area, b: Area) =>
  a.left < b.right - 0.01 &&
  b.left < a.right - 0.01 &&
  a.top < b.bottom - 0.01 &&
  b.top < a.bottom - 0.01;

/** Nothing lies outside the picture, and no two texts and no two surfaces with a name meet. */
export function expectLaidOut({ shapes, width, height }: Picture): void {
  const outside = shapes.filter((shape) => {
    const { left, right, top, bottom } = areaOf(shape);
    return !(left >= 0 && right <= width && top >= 0 && bottom <= height);
  });
  expect(outside).toEqual([]);
  expect(meeting(shapes.filter((s): s is Words => s.type === 'text'))).toEqual([]);
  expect(shapes.filter((s) => s.type === 'text' && s.size < 11)).toEqual([]);
}

/** Every two of the shapes that meet. */
export function meeting<S extends Shape>(shapes: readonly S[]): Array<[S, S]> {
  const areas = shapes.map((shape) => ({ shape, ...areaOf(shape) })).sort((a, b) => a.top - b.top);
  return areas.flatMap((a, i) =>
    areas.slice(i + 1).flatMap((b): Array<[S, S]> => (meet(a, b) ? [[a.shape, b.shape]] : [])),
  );
}

/** All that is written in a picture, as one text. */
export const writtenIn = ({ shapes }: Picture) =>
  shapes.flatMap((s) => (s.type === 'text' ? s.text : [])).join(' ');

const text = 'The word before the word. '.repeat(400);

/** Reviews of drafts of any shape: paragraphs of any length, parts in any of them, any flags anywhere. */
export const anyReview: fc.Arbitrary<Review> = fc
  .record({
    lengths: fc.array(
      fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 20, max: 300 })),
      {
        minLength: 1,
        maxLength: 30,
      },
    ),
    statuses: fc.tuple(...PARTS.map(() => fc.constantFrom('present', 'weak', 'missing'))),
    places: fc.tuple(
      ...PARTS.map(() => fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 4 })),
    ),
    flags: fc.array(
      fc.record({
        flag: fc.constantFrom(...knowledge.statementCriteria().keys()),
        level: fc.constantFrom('fault', 'note'),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        absent: fc.boolean(),
      }),
      { maxLength: 40 },
    ),
    told: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ lengths, statuses, places, flags, told }) => {
    let start = 0;
    const paragraphs = lengths.map((words) => {
      const span = { start, end: start + words * 6, words };
      start = span.end + 2;
      return span;
    });
    const words = lengths.reduce((sum, n) => sum + n, 0);
    const findings = flags.map(({ flag, level, at, absent }) => {
      const criterion = knowledge.statementCriteria().get(flag);
      const from = Math.floor(at * start);
      return { ...criterion, flag, level, quote: absent ? '' : 'x', start: from, end: from + 1 };
    }) as Finding[];
    return {
      ...coach.review(text.slice(0, 1_000)),
      taken: 'statement' as const,
      words,
      paragraphs,
      parts: PARTS.map((part, i) => ({
        part,
        status: statuses[i] as 'present' | 'weak' | 'missing',
        paragraphs:
          statuses[i] === 'missing'
            ? []
            : [...new Set((places[i] ?? []).map((p) => p % lengths.length))].sort((a, b) => a - b),
        quote: '',
        start: 0,
        end: 0,
      })),
      faults: findings.filter(({ level }) => level === 'fault'),
      notes: findings.filter(({ level }) => level === 'note'),
      setback: {
        words: Math.floor(told * words),
        share: told,
        paragraphs: 1,
        stretches: [{ from: 0, words: Math.floor(told * words) }],
      },
    };
  });

/** The debrief of an interview in which this was said; it is ended where more is asked. */
export function ended(settings: { rounds: number; seed: number }, said: readonly string[]) {
  let { session, say } = coach.step(coach.begin(settings), { id: 's', type: 'start' });
  for (const [i, text] of said.entries())
    if (session.status !== 'ended')
      ({ session, say } = coach.step(session, { id: `${i}`, type: 'answer', text }));
  if (session.status !== 'ended') ({ say } = coach.step(session, { id: 'e', type: 'end' }));
  return say.find((item) => item.type === 'debrief');
}
