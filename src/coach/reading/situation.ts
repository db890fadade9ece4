import type { Reading } from './reader.ts';

const FAILED =
  /\b(?:fail(?:ed|ing|ure)?|did(?: not|n['’]t) pass|unsuccessful|second attempt|two attempts|retook|retake)\b/i;
const SEVERAL =
  /\b(?:fail(?:ed|ing)?|unsuccessful)\b[^.!?]{0,40}\b(?:twice|two times|three times|again|both)\b|\b(?:twice|both|two|three|several|second|third)\b[^.!?]{0,30}\b(?:fail(?:ed|ure|ures)?|attempts that failed)\b|\bthird attempt\b/i;
const COMLEX = /\b(?:COMLEX|Level (?:1|2|3|one|two|three))\b/i;
const STEP_1 = /\bStep (?:1|one|I)\b|\bS1\b/i;
const STEP_2 = /\bStep (?:2|two|II)\b|\bCK\b/i;

/**
 * The exam record that a statement tells of, by the sentences that give its account: one of the
 * situations of `knowledge/questions/`; undefined where no setback is told.
 */
export function situationOf({ account, statement }: Reading): string | undefined {
  const told = account.sentences
    .map((i) => statement.sentences[i])
    .map((sentence) => (sentence ? statement.text.slice(sentence.start, sentence.end) : ''))
    .join('\n');
  if (!told) return undefined;
  if (COMLEX.test(told)) return 'comlex';
  const failed = FAILED.test(told);
  if (failed && (SEVERAL.test(told) || bothFailed(told))) return 'several-failures';
  if (STEP_1.test(told)) return failed ? 'failed-step-1' : 'low-step-1';
  if (STEP_2.test(told)) return 'low-step-2';
  return undefined;
}

/** Each exam has a clause of its own that tells of its failure. */
function bothFailed(told: string): boolean {
  const clauses = told.split(/[\n,;]/).filter((clause) => FAILED.test(clause));
  return (
    clauses.some((clause) => STEP_1.test(clause)) &&
    clauses.some((clause) => STEP_2.test(clause) && !STEP_1.test(clause))
  );
}
