import type { Check } from '../check.ts';
import { wordings } from '../wordings.ts';
import { KNOWN_PEOPLE } from './people.ts';

/** A title and a surname, unless what the person is to the writer stands right beside it. */
const TITLED = new RegExp(
  `(?<!\\b(?:${KNOWN_PEOPLE}),? )\\b(?:Mr|Mrs|Ms|Miss|Madame|Mme|Señora?|Herr|Frau)\\.? \\p{Lu}(?:\\p{L}+|['’]\\p{Lu}\\p{L}+)(?:[-'’]\\p{Lu}?\\p{L}+)*(?!, (?:the|our|my|an?) (?:\\w+ ){0,3}(?:${KNOWN_PEOPLE})\\b)(?![\\p{L}'’-])`,
  'gu',
);

/** A patient who seems to bear a name: it may be a changed one, so this is a note. */
export const patientNamed: Check = {
  flag: 'patient-named',
  level: 'note',
  anyText: true,
  find: ({ statement: { text } }) => wordings(text, [TITLED]).slice(0, 1),
};
