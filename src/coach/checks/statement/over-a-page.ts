import type { Check } from '../check.ts';

/** One page is the custom: about 600 to 850 words (reported by advisers; no rule of ERAS). */
export const PAGE_WORDS = 850;

export const overAPage: Check = {
  flag: 'over-a-page',
  level: 'fault',
  find: ({ statement }) => (statement.words > PAGE_WORDS ? ['absent'] : []),
};
