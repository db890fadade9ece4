import type { Finding } from './finding.ts';
import type { PartStatus } from './reading/parts.ts';
import type { Review } from './review.ts';

/** Something that a review says of two drafts, and how it changed. */
export interface Change {
  kind: 'flag' | 'note' | 'part' | 'order';
  /** The flag or the part; `order` for the order of the parts. */
  id: string;
  /** The places of a flag, the status of a part; of the order whether it is the usual one. */
  before: number | PartStatus | boolean;
  after: number | PartStatus | boolean;
  /** To the letter from the newer draft, or from the older where it is gone; "" where there is none. */
  quote: string;
}

/** Two reviews side by side. Each list has flags first, in the order in which to mend them. */
export interface Comparison {
  /** Found in the older draft and not in the newer; or a part that stands better there. */
  fixed: Change[];
  /** The other way round. */
  fresh: Change[];
  /** In both, be it in fewer places or in more. */
  stayed: Change[];
  words: { before: number; after: number };
  /** Words that tell of the setback, and their share of the draft, 0 to 1. */
  setback: { before: Setback; after: Setback };
  /** Whether one was judged by rules and the other by a model, which can make a difference by itself. */
  unlike: boolean;
}

type Setback = Pick<Review['setback'], 'words' | 'share'>;

const STANDS: readonly PartStatus[] = ['missing', 'weak', 'present'];

/**
 * What was mended between two drafts, what is new and what stayed. It compares what the reviews say
 * and not the texts, so "mended" means that the coach finds it no more. Pure; neither text is needed.
 */
export function compareReviews(older: Review, newer: Review): Comparison {
  const changes = [
    ...ofFindings('flag', older.faults, newer.faults),
    ...ofParts(older, newer),
    ...ofOrder(older, newer),
    ...ofFindings('note', older.notes, newer.notes),
  ];
  const of = (way: Way) =>
    changes.filter((one) => one.way === way).map(({ way, ...change }) => change);
  return {
    fixed: of('fixed'),
    fresh: of('fresh'),
    stayed: of('stayed'),
    words: { before: older.words, after: newer.words },
    setback: { before: older.setback, after: newer.setback },
    unlike: older.source !== newer.source,
  };
}

type Way = 'fixed' | 'fresh' | 'stayed';
type Changed = Change & { way: Way };

function ofFindings(
  kind: 'flag' | 'note',
  older: readonly Finding[],
  newer: readonly Finding[],
): Changed[] {
  const flags = [...new Set([...newer, ...older].map(({ flag }) => flag))];
  return flags.map((id) => {
    const [was, is] = [older, newer].map((list) => list.filter(({ flag }) => flag === id));
    const [before, after] = [was?.length ?? 0, is?.length ?? 0];
    const quote = (is?.[0] ?? was?.[0])?.quote ?? '';
    return { kind, id, before, after, quote, way: !after ? 'fixed' : !before ? 'fresh' : 'stayed' };
  });
}

/** A part that stands in both is no news. */
function ofParts(older: Review, newer: Review): Changed[] {
  return newer.parts.flatMap((now) => {
    const was = older.parts.find(({ part }) => part === now.part);
    const before = was?.status ?? 'missing';
    const after = now.status;
    if (before === 'present' && after === 'present') return [];
    const rise = STANDS.indexOf(after) - STANDS.indexOf(before);
    const way = rise > 0 ? 'fixed' : rise < 0 ? 'fresh' : 'stayed';
    return [
      { kind: 'part', id: now.part, before, after, quote: now.quote || was?.quote || '', way },
    ];
  });
}

function ofOrder({ inOrder: before }: Review, { inOrder: after }: Review): Changed[] {
  if (before && after) return [];
  const way = before === after ? 'stayed' : after ? 'fixed' : 'fresh';
  return [{ kind: 'order', id: 'order', before, after, quote: '', way }];
}
