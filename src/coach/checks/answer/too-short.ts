import type { Check } from '../check.ts';
import { isTooShort } from './lengths.ts';

export const tooShort: Check = {
  flag: 'too-short',
  level: 'fault',
  find: ({ statement, seconds }) => (isTooShort(statement.words, seconds) ? ['absent'] : []),
};
