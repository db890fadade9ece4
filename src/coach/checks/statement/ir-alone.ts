import type { Check } from '../check.ts';

const DIAGNOSTIC =
  /\bDR\b(?!\.)|diagnostic|reading room|\bread(?:ing)? (?:the )?(?:films|studies|scans|images)\b/i;

/** Nothing in the draft says that diagnostic radiology is wanted too; a note, since not all apply to both. */
export const irAlone: Check = {
  flag: 'ir-alone',
  level: 'note',
  find: ({ statement: { text, words } }) =>
    words >= 150 && !DIAGNOSTIC.test(text) ? ['absent'] : [],
};
