import type { Span } from '../../text/span.ts';
import type { Check } from '../check.ts';

/**
 * What HIPAA's list of identifiers (45 CFR 164.514(b)(2)) makes of a patient in a statement: record
 * numbers, dates of birth, and a full name close to an age or the word patient.
 */
const IDENTIFIERS = [
  /\b(?:MRN|medical record(?: number)?|record no\.?|chart (?:no|number)\.?|SSN|social security(?: number)?)\s*[:#]?\s*[\dA-Z-]*\d[\dA-Z-]{3,}/gi,
  /\b(?:DOB|date of birth|born on)\s*[:-]?\s*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\p{L}{3,9} \d{1,2},? \d{4})/giu,
  /\b(?:patient|Mr\.?|Mrs\.?|Ms\.?)\s*,?\s*\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?=,? (?:a |an |age |aged )?\d{2}\b)/gu,
  /(?<![\p{L}.] )\b(?!Dr\b)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+, (?:a |an |age |aged )?\d{2},/gu,
  /\b\d{3}-\d{2}-\d{4}\b/g,
];

export const patientIdentifier: Check = {
  flag: 'patient-identifier',
  level: 'fault',
  find: ({ statement: { text } }) => IDENTIFIERS.flatMap((pattern) => matches(text, pattern)),
};

export function matches(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}
