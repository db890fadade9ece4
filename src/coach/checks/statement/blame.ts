import type { Check } from '../check.ts';
import { strongest } from '../strongest.ts';

/** The result is put on others, in so many words or without the word. */
export const blame: Check = {
  flag: 'blame',
  level: 'fault',
  find: (reading) => (reading.flags.has('blame') ? strongest(reading, 'b') : []),
};
