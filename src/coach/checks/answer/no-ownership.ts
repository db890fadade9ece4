import type { Check } from '../check.ts';
import { strongest } from '../strongest.ts';

/** Evades, or never says "this was mine", without blaming anyone. Quotes the fog where there is some. */
export const noOwnership: Check = {
  flag: 'no-ownership',
  level: 'fault',
  find(reading) {
    if (!reading.flags.has('no-ownership')) return [];
    const [fog] = strongest(reading, 'e', 0.5, 1);
    const at = fog ? reading.statement.sentences.indexOf(fog) : -1;
    return fog && (reading.roles[at]?.e ?? 0) >= 0.5 ? [fog] : ['absent'];
  },
};
