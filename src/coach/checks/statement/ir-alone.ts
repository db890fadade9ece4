import type { Check } from '../check.ts';

/** "DR" in capitals is the field; before a name, or as "Dr", it is a doctor. */
const DIAGNOSTIC =
  /\bDR\b(?!\.|\s+\p{Lu}\p{Ll})|[Dd]iagnostic|[Rr]eading room|\b[Rr]ead(?:ing)? (?:the )?(?:films|studies|scans|images)\b/u;

/** Nothing in the draft says that diagnostic radiology is wanted too; a note, since not all apply to both. */
export const irAlone: Check = {
  flag: 'ir-alone',
  level: 'note',
  find: ({ statement: { text, words } }) =>
    words >= 150 && !DIAGNOSTIC.test(text) ? ['absent'] : [],
};
