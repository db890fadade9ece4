import type { Check } from '../check.ts';
import { strongest } from '../strongest.ts';

/** Private or emotional detail well past what a reader needs. */
export const oversharing: Check = {
  flag: 'oversharing',
  level: 'fault',
  find: (reading) => (reading.flags.has('oversharing') ? strongest(reading, 'h') : []),
};
