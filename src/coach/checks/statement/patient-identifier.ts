import type { Check } from '../check.ts';
import { wordings } from '../wordings.ts';
import { KNOWN_PEOPLE } from './people.ts';

const NAME = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.source;
const AGE = /(?:an? |age |aged )?\d{2}/.source;

/**
 * What HIPAA's list of identifiers (45 CFR 164.514(b)(2)) makes of a patient in a statement: record
 * and telephone numbers, dates of birth, and a full name close to an age. Mentors and relatives are
 * no patients.
 */
const IDENTIFIERS = [
  /\b(?:MRN|SSN|social security(?: number)?|medical record(?: number)?|(?:record|chart|patient|accession) (?:no\.?|number|ID))\s*(?:was |is |[:#]\s*)*[\dA-Z-]*\d[\dA-Z-]{3,}/gi,
  /\b(?:his|her|(?:the|my) patient['’]s) (?:tele|cell ?)?(?:phone )?number (?:was |is )?\+?\(?\d[\d() -]{6,}\d/gi,
  /\b(?:DOB|date of birth|born on)\s*[:-]?\s*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\p{L}{3,9} \d{1,2},? \d{4})/giu,
  new RegExp(
    `\\b(?:[Pp]atient|Mr\\.?|Mrs\\.?|Ms\\.?)\\s*,?\\s*${NAME}(?=,? (?:was |is )?${AGE}\\b)`,
    'gu',
  ),
  new RegExp(`\\b\\d{2}-year-old [\\p{L} -]{2,30} (?:named|called) ${NAME}`, 'gu'),
  new RegExp(
    `(?<!\\p{L} |\\b(?:Dr|Prof|St|Mr|Mrs|Ms)\\. |\\b(?:${KNOWN_PEOPLE}),? )\\b${NAME}(?:, ${AGE}(?=,|-year-old\\b)|(?: \\(\\d{2}\\)))`,
    'gu',
  ),
  /\b\d{3}-\d{2}-\d{4}\b/g,
];

export const patientIdentifier: Check = {
  flag: 'patient-identifier',
  level: 'fault',
  anyText: true,
  find: ({ statement: { text } }) => wordings(text, IDENTIFIERS),
};
