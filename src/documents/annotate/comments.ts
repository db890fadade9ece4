import type { Criterion, Finding } from '../../coach/finding.ts';
import type { Review } from '../../coach/review.ts';

/**
 * A comment for the margin of a draft. `quote` is what it is about, to the letter, and `start` its
 * place in the text; "" and 0 where it is about the whole, and stands at the end. `lines` are its
 * paragraphs, of which the first is its title.
 */
export interface Comment {
  quote: string;
  start: number;
  lines: string[];
}

/**
 * A review as comments: one a finding, and one for each part that is missing. They say why it
 * matters and what to do, and ask; none holds a sentence to use. Pure.
 */
export function commentsOf(
  { faults, notes, parts, taken }: Review,
  criteria: ReadonlyMap<string, Criterion>,
): Comment[] {
  // What is no statement lacks nothing; who has only a line is helped on by the questions.
  const asked = taken === 'statement' || taken === 'fragment' ? parts : [];
  const missing = asked.flatMap(({ part, status }) =>
    status === 'missing' ? (criteria.get(part) ?? []) : [],
  );
  return [
    ...[...faults, ...notes].map((finding) => ({
      quote: finding.quote,
      start: finding.start,
      lines: linesOf(finding.label, finding),
    })),
    ...missing.map((part) => ({
      quote: '',
      start: 0,
      lines: linesOf(`Missing: ${part.label}`, part),
    })),
  ];
}

function linesOf(title: string, { why, advice, question }: Finding | Criterion): string[] {
  return [title, why, `→ ${advice}`, question && `To ask yourself: ${question}`].filter(Boolean);
}
