import type { Coach } from '../../src/coach/coach.ts';
import type { Case } from './cases.ts';
import { type Counts, count } from './measures.ts';

/** The flags whose meaning `test/eval/README.md` defines; further ones are not measured. */
export const STATEMENT_FLAGS = [
  'blame',
  'overlong-explanation',
  'oversharing',
  'no-concrete-steps',
] as const;

export interface StatementFigures {
  missing: Record<string, Counts>;
  flags: Record<string, Counts>;
  /** Measured flags on texts that have none, and the number of such texts. */
  clean: { flags: number; texts: number };
  order: { right: number; of: number };
  /** Quotes that are not to the letter at their offsets. */
  loose: number;
  /** Of the blame and oversharing that was rightly flagged, that with a quote on a labelled sentence. */
  spot: { right: number; of: number };
  errors: string[];
}

export function judgeStatements(
  coach: Pick<Coach, 'review'>,
  cases: readonly Case[],
): StatementFigures {
  const figures: StatementFigures = {
    missing: {},
    flags: {},
    clean: { flags: 0, texts: 0 },
    order: { right: 0, of: 0 },
    loose: 0,
    spot: { right: 0, of: 0 },
    errors: [],
  };
  for (const item of cases) judge(coach, item, figures);
  return figures;
}

const ROLE_OF: Record<string, 'b' | 'h'> = { blame: 'b', oversharing: 'h' };

function judge(coach: Pick<Coach, 'review'>, item: Case, figures: StatementFigures): void {
  const review = coach.review(item.text);
  for (const { part, status, quote, start, end } of review.parts) {
    if (item.text.slice(start, end) !== quote) figures.loose++;
    const truth = item.parts[part];
    if (truth === 'weak') continue;
    const [said, is] = [status !== 'present', truth === 'missing'];
    count(figures.missing, part, said, is);
    if (said !== is) figures.errors.push(`${item.id}: ${part} said ${status}, is ${truth}`);
  }
  const found = new Set(review.faults.map(({ flag }) => flag));
  for (const flag of STATEMENT_FLAGS) {
    const [said, is] = [found.has(flag), item.flags.includes(flag)];
    count(figures.flags, flag, said, is);
    if (said !== is) figures.errors.push(`${item.id}: ${said ? 'false' : 'missed'} ${flag}`);
  }
  for (const { quote, start, end } of review.faults)
    if (item.text.slice(start, end) !== quote) figures.loose++;
  for (const [flag, role] of Object.entries(ROLE_OF)) {
    const quotes = review.faults.filter((fault) => fault.flag === flag);
    if (!quotes.length || !item.flags.includes(flag)) continue;
    figures.spot.of++;
    const places = item.segments.filter(({ roles }) => roles.includes(role));
    if (quotes.some((q) => places.some((s) => s.start < q.end && s.end > q.start)))
      figures.spot.right++;
  }
  if (!item.flags.length) {
    figures.clean.texts++;
    figures.clean.flags += STATEMENT_FLAGS.filter((flag) => found.has(flag)).length;
  }
  figures.order.of++;
  if (review.inOrder === item.inOrder) figures.order.right++;
  else figures.errors.push(`${item.id}: order said ${review.inOrder}, is ${item.inOrder}`);
}
