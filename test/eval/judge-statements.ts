import type { Coach } from '../../src/coach/coach.ts';
import { PARTS } from '../../src/coach/reading/parts.ts';
import type { Review } from '../../src/coach/review.ts';
import type { Case } from './cases.ts';
import { type Counts, count } from './measures.ts';
import { flagged, type Judgment, type Mark, type Share, tally, type Verdict } from './verdict.ts';

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
  order: Share;
  /** Quotes that are to the letter at their offsets. */
  letter: Share;
  /** Of the blame and oversharing that was rightly flagged, that with a quote on a labelled sentence. */
  spot: Share;
  verdicts: Verdict[];
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
    letter: { right: 0, of: 0 },
    spot: { right: 0, of: 0 },
    verdicts: [],
  };
  for (const item of cases) judge(coach.review(item.text), item, figures);
  return figures;
}

const isPart = (on: string) => PARTS.some((part) => part === on);
const ROLE_OF: Record<string, 'b' | 'h'> = { blame: 'b', oversharing: 'h' };

function judge(review: Review, item: Case, figures: StatementFigures): void {
  const judgments = [...partsOf(review, item), ...flagsOf(review, item)];
  for (const { on, label, coach } of judgments) {
    if (isPart(on)) {
      if (label !== 'weak') count(figures.missing, on, coach !== 'present', label === 'missing');
    } else count(figures.flags, on, coach === 'flagged', label === 'flagged');
  }
  for (const { quote, start, end } of [...review.parts, ...review.faults])
    if (quote) tally(figures.letter, item.text.slice(start, end) === quote);
  const labelled = Object.entries(ROLE_OF).flatMap(([on, role]) =>
    item.flags.includes(on)
      ? item.segments
          .filter(({ roles }) => roles.includes(role))
          .map(({ start, end }): Mark => ({ by: 'label', on, start, end }))
      : [],
  );
  for (const flag of Object.keys(ROLE_OF)) {
    const quotes = review.faults.filter((fault) => fault.flag === flag);
    if (!quotes.length || !item.flags.includes(flag)) continue;
    const places = labelled.filter(({ on }) => on === flag);
    tally(
      figures.spot,
      quotes.some((q) => places.some((s) => s.start < q.end && s.end > q.start)),
    );
  }
  if (!item.flags.length) {
    figures.clean.texts++;
    figures.clean.flags += judgments.filter(
      ({ on, coach }) => !isPart(on) && coach === 'flagged',
    ).length;
  }
  const order = orderOf(review, item);
  tally(figures.order, !order.wrong);
  figures.verdicts.push({
    id: item.id,
    kind: 'statement',
    text: item.text,
    asked: '',
    why: item.why,
    judgments: [...judgments, order],
    marks: [...labelled, ...marksOf(review)],
  });
}

function partsOf(review: Review, { parts }: Case): Judgment[] {
  return review.parts.map(({ part, status }) => {
    const label = parts[part] ?? 'present';
    const wrong = label !== 'weak' && (status !== 'present') !== (label === 'missing');
    return { on: part, label, coach: status, wrong };
  });
}

function flagsOf(review: Review, { flags }: Case): Judgment[] {
  const found = new Set(review.faults.map(({ flag }) => flag));
  return STATEMENT_FLAGS.map((flag) => flagged(flag, found.has(flag), flags.includes(flag)));
}

function orderOf(review: Review, item: Case): Judgment {
  const word = (inOrder: boolean) => (inOrder ? 'in order' : 'out of order');
  return {
    on: 'order',
    label: word(item.inOrder),
    coach: word(review.inOrder),
    wrong: review.inOrder !== item.inOrder,
  };
}

function marksOf({ parts, faults }: Review): Mark[] {
  return [
    ...parts.map(({ part, start, end }): Mark => ({ by: 'coach', on: part, start, end })),
    ...faults.map(({ flag, start, end }): Mark => ({ by: 'coach', on: flag, start, end })),
  ].filter(({ start, end }) => end > start);
}
