import type { Check } from '../check.ts';
import { MOST_WORDS } from './lengths.ts';

export const tooLong: Check = {
  flag: 'too-long',
  level: 'fault',
  find: ({ statement }) => (statement.words > MOST_WORDS ? ['absent'] : []),
};
