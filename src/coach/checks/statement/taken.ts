import { type Taken, takenFor } from '../../reading/taken.ts';
import type { Check } from '../check.ts';

/** What a text is taken for where it is no statement; then little else is said of it. */
const taken = (flag: Exclude<Taken, 'statement'>): Check => ({
  flag,
  level: 'fault',
  anyText: true,
  find: ({ statement }) => (takenFor(statement) === flag ? ['absent'] : []),
});

export const anotherLanguage = taken('another-language');
export const noStatement = taken('no-statement');
export const fragment = taken('fragment');
