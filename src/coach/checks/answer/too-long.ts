import type { Check } from '../check.ts';
import { isTooLong } from './lengths.ts';

export const tooLong: Check = {
  flag: 'too-long',
  level: 'fault',
  find: ({ statement, seconds }) => (isTooLong(statement.words, seconds) ? ['absent'] : []),
};
