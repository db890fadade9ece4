import type { Span } from '../text/span.ts';
import type { Sentence } from '../text/statement.ts';
import type { Reading } from './reader.ts';
import type { Role } from './roles.ts';

/** The five parts of a statement, in the order that the article recommends. */
export const PARTS = ['vignette', 'development', 'acknowledgment', 'growth', 'vision'] as const;
export type Part = (typeof PARTS)[number];
export type PartStatus = 'present' | 'weak' | 'missing';

/** Where a part stands: zero-based paragraphs, and the sentence that shows it best. */
export interface PartFound {
  part: Part;
  status: PartStatus;
  paragraphs: number[];
  quote: Span | undefined;
}

/** Which roles make a part; `account` is all that tells of the setback. */
const MADE_OF: Record<Part, ReadonlyArray<Role | 'account'>> = {
  vignette: ['v'],
  development: ['d'],
  acknowledgment: ['account'],
  growth: ['s', 'g'],
  vision: ['p', 'w'],
};
/** The role whose clearest sentence is quoted. */
const QUOTED: Record<Part, ReadonlyArray<Role>> = {
  vignette: ['v'],
  development: ['d'],
  acknowledgment: ['a'],
  growth: ['s', 'g'],
  vision: ['p', 'w'],
};
/** A paragraph carries a part if it holds at least this share of the part's fullest paragraph. */
const CARRIES = 0.4;

/** The status, the paragraphs and the quote of each part, by what the reading makes of the whole. */
export function findParts(reading: Reading): PartFound[] {
  return PARTS.map((part) => {
    const status = statusOf(reading, part);
    const quote = status === 'missing' ? undefined : quoteFor(reading, part);
    // What can't be quoted isn't there, whatever the whole looks like.
    if (!quote) return { part, status: 'missing', paragraphs: [], quote };
    const paragraphs = paragraphsOf(reading, part);
    return { part, status, paragraphs: paragraphs.length ? paragraphs : [quote.paragraph], quote };
  });
}

/** The parts of a text that is no statement. */
export function noParts(): PartFound[] {
  return PARTS.map((part) => ({ part, status: 'missing', paragraphs: [], quote: undefined }));
}

function statusOf({ whole, thresholds }: Reading, part: Part): PartStatus {
  const label = `missing:${part}`;
  const doubt = whole[label] ?? 0;
  const limit = thresholds[label] ?? 0.5;
  if (doubt < limit) return 'present';
  return doubt < limit + (1 - limit) * 0.35 ? 'weak' : 'missing';
}

function weightOf(reading: Reading, index: number, roles: ReadonlyArray<Role | 'account'>): number {
  return Math.max(...roles.map((role) => reading.roles[index]?.[role] ?? 0));
}

function paragraphsOf(reading: Reading, part: Part): number[] {
  const { sentences, paragraphs } = reading.statement;
  const mass = paragraphs.map(() => 0);
  sentences.forEach(({ paragraph, words }, i) => {
    const weight = weightOf(reading, i, MADE_OF[part]);
    if (weight > 0.3) mass[paragraph] = (mass[paragraph] ?? 0) + weight * Math.sqrt(words);
  });
  const most = Math.max(...mass);
  if (most === 0) return [];
  return mass.flatMap((value, i) => (value >= most * CARRIES ? [i] : []));
}

/** Below this no sentence does what the part is made of. */
const HARDLY = 0.05;

function quoteFor(reading: Reading, part: Part): Sentence | undefined {
  let best: Sentence | undefined;
  let most = HARDLY;
  reading.statement.sentences.forEach((sentence, i) => {
    const weight = weightOf(reading, i, QUOTED[part]);
    if (weight > most) [best, most] = [sentence, weight];
  });
  return best;
}

/**
 * Whether the parts that are there come in the recommended order, judged by where the bulk of
 * each begins; parts that share a paragraph are in order.
 */
export function areInOrder(
  { statement }: Pick<Reading, 'statement'>,
  parts: readonly PartFound[],
): boolean {
  const there = parts.filter(({ status }) => status !== 'missing');
  const starts = there.map(({ paragraphs }) => paragraphs[0] ?? 0);
  if (statement.paragraphs.length > 1) {
    return starts.every((start, i) => i === 0 || start >= (starts[i - 1] ?? 0));
  }
  const places = there.map(({ quote }) => quote?.start ?? 0);
  return places.every((place, i) => i === 0 || place >= (places[i - 1] ?? 0));
}
