import type { Check } from '../check.ts';

/** A third of the 600 words at which the usual page begins; a piece is this short or shorter. */
const MOST_WORDS = 200;

/** So short that it may be a part of a statement; a note, since what is missing may stand elsewhere. */
export const piece: Check = {
  flag: 'piece',
  level: 'note',
  find: ({ statement: { words } }) => (words < MOST_WORDS ? ['absent'] : []),
};
