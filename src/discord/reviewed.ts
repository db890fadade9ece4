import type { Review } from '../coach/review.ts';
import { briefly, keepIn } from './briefly.ts';

/**
 * Reviews that people may go on from: to an interview about their own statement, or to a newer
 * draft beside it. In memory only, since they quote a draft; the draft itself is not needed.
 */
export interface Reviewed {
  /** Keeps a review for as long as it has buttons; resolves to its id. */
  keep(review: Review): string;
  find(id: string): Review | undefined;
}

/** Some 10 kB each. */
const MOST = 2_000;

export function createReviewed(): Reviewed {
  const kept = briefly<Review>({ max: MOST });
  return {
    keep: (review) => keepIn(kept, review),
    find: (id) => kept.get(id),
  };
}
