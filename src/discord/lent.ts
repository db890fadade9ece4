import { briefly, keepIn } from './briefly.ts';

/**
 * Drafts that people may let their interviewer have. In memory only, since a draft is never stored:
 * an offer goes with the review's buttons, a loan with the interview, and both with the process.
 */
export interface Lent {
  /** Keeps a draft for as long as its review has buttons; resolves to its id. */
  offer(draft: string): string;
  /** Lends the draft of an offer to the interview of a person; false where the offer has gone. */
  lend(offer: string, person: string): boolean;
  /** The draft that the person's interviewer has. */
  of(person: string): string | undefined;
  takeBack(person: string): void;
}

const MOST_OFFERS = 2_000;
const MOST_LOANS = 2_000;
/** An interview that is left alone ends after a day. */
const LOAN_MS = 24 * 60 * 60 * 1000;

export function createLent(): Lent {
  const offers = briefly<string>({ max: MOST_OFFERS });
  const loans = briefly<string>({ max: MOST_LOANS }, LOAN_MS);
  return {
    offer: (draft) => keepIn(offers, draft),
    lend(offer, person) {
      const draft = offers.get(offer);
      if (draft !== undefined) loans.set(person, draft);
      return draft !== undefined;
    },
    of: (person) => loans.get(person),
    takeBack: (person) => void loans.delete(person),
  };
}
