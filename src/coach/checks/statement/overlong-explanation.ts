import type { Check } from '../check.ts';

/** The account of the setback runs past one short paragraph; the quote is where it begins. */
export const overlongExplanation: Check = {
  flag: 'overlong-explanation',
  level: 'fault',
  find({ flags, account, statement }) {
    const first = statement.sentences[account.sentences[0] ?? -1];
    return first && flags.has('overlong-explanation') ? [first] : [];
  },
};
