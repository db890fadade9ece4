import type { Check } from '../check.ts';
import { LEAST_WORDS } from './lengths.ts';

export const tooShort: Check = {
  flag: 'too-short',
  level: 'fault',
  find: ({ statement }) => (statement.words < LEAST_WORDS ? ['absent'] : []),
};
