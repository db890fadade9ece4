import { type Criterion, type Finding, findingOf } from '../finding.ts';
import type { Review } from '../review.ts';
import type { Span } from '../text/span.ts';
import type { Statement } from '../text/statement.ts';
import { createAnchor } from './anchor.ts';

/** Past one short paragraph: as defined in `knowledge/rubric/statement/overlong-explanation.yaml`. */
const MOST_WORDS = 110;
const MOST_SHARE = 0.2;
/** A short draft's two sentences on the setback are soon a fifth of it. */
const LEAST_WORDS = 60;
/** A second mention in half a line is no second paragraph. */
const A_PARAGRAPH = 25;

/** An account that the rules find this long is too long, whatever a model would leave out of it. */
const SURELY_WORDS = 150;

/**
 * Whether the stretches that a model marked as the account of the setback are too long together.
 * It says where they are; what they come to is counted here. Where a stretch isn't in the text,
 * or none was marked, what the rules found stands.
 */
export function overlongIn(
  { text, sentences, words }: Statement,
  account: ReadonlyArray<{ from: string; to: string }>,
  { setback, faults }: Pick<Review, 'setback' | 'faults'>,
  criteria: ReadonlyMap<string, Criterion>,
): Finding | undefined {
  const found = faults.find(({ flag }) => flag === 'overlong-explanation');
  const anchor = createAnchor(text);
  const stretches = account.flatMap(({ from, to }): Span[] => {
    const first = anchor(from);
    // The same words may stand earlier as well; a stretch of one sentence may begin and end with them.
    const last = first && anchor(to, first.start);
    return first && last && last.end > first.start ? [{ start: first.start, end: last.end }] : [];
  });
  const whole = stretches.length > 0 && stretches.length === account.length;
  if (found && (!whole || setback.words > SURELY_WORDS)) return found;
  const inside = sentences.filter(({ start, end }) =>
    stretches.some((s) => Math.min(end, s.end) - Math.max(start, s.start) > (end - start) / 2),
  );
  const counts = new Map<number, number>();
  for (const { paragraph, words } of inside)
    counts.set(paragraph, (counts.get(paragraph) ?? 0) + words);
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const spread = [...counts.values()].filter((n) => n >= A_PARAGRAPH).length;
  const tooLong =
    total > MOST_WORDS || spread > 1 || (total > words * MOST_SHARE && total > LEAST_WORDS);
  const criterion = criteria.get('overlong-explanation');
  const [begins] = inside;
  return tooLong && criterion && begins ? findingOf(text, criterion, 'fault', begins) : undefined;
}
