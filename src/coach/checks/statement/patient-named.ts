import type { Check } from '../check.ts';
import { matches } from './patient-identifier.ts';

const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Madame|Mme|Señora?|Herr|Frau)\.? \p{Lu}\p{L}+(?:[-'’]\p{Lu}?\p{L}+)*/gu;

/** A patient who seems to bear a name: it may be a changed one, so this is a note. */
export const patientNamed: Check = {
  flag: 'patient-named',
  level: 'note',
  find: ({ statement: { text } }) => matches(text, TITLED).slice(0, 1),
};
