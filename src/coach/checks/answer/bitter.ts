import type { Check } from '../check.ts';
import { strongest } from '../strongest.ts';

/** A resentful, sarcastic or defensive tone. */
export const bitter: Check = {
  flag: 'bitter',
  level: 'fault',
  find: (reading) => (reading.flags.has('bitter') ? strongest(reading, 'r', 0.5, 2) : []),
};
