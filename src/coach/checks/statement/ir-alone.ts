import type { Check } from '../check.ts';
import { anotherSpecialty } from './another-specialty.ts';

/**
 * "DR" in capitals is the field; before a name, or as "Dr", it is a doctor. In a draft all in
 * capitals the case says nothing.
 */
const DIAGNOSTIC =
  /\bDR\b(?!\.|\s+\p{Lu}\p{Ll})|[Dd]iagnostic|DIAGNOSTIC|\b(?:[Rr]eading|READING) (?:room|ROOM)|\b(?:[Rr]ead(?:ing|s)?|READ(?:ING)?) (?:\p{L}+ ){0,2}(?:films?|studies|scans?|images|CTs?|MRIs?|X-rays|radiographs|mammograms|FILMS|STUDIES|SCANS|IMAGES)\b/u;

/**
 * Nothing in the draft says that diagnostic radiology is wanted too; a note, since not all apply to
 * both. A draft for another specialty altogether has another thing to be told.
 */
export const irAlone: Check = {
  flag: 'ir-alone',
  level: 'note',
  find: (reading) => {
    const { text, words } = reading.statement;
    const silent = words >= 150 && !DIAGNOSTIC.test(text);
    return silent && !anotherSpecialty.find(reading).length ? ['absent'] : [];
  },
};
