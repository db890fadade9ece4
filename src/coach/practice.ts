import { EXAM_RECORD, fits } from './interview/choose.ts';
import type { Question, Settings } from './interview/session.ts';
import type { Review } from './review.ts';

/**
 * What to practise after a review: a round that begins with the question that the draft raises. It
 * works on what to mend first, else on a part that is missing, and fits the exam record that the
 * draft tells of; a draft that stands is asked about that record, or about nothing in particular.
 */
export function practiceFor(
  { faults, notes, parts, situation }: Review,
  bank: readonly Question[],
): Pick<Settings, 'first' | 'situation'> & { question: Question | undefined } {
  const lacking = (status: string) => parts.filter((p) => p.status === status).map((p) => p.part);
  const needs: string[] = [
    ...faults.map(({ flag }) => flag),
    ...lacking('missing'),
    ...lacking('weak'),
    ...notes.map(({ flag }) => flag),
  ];
  const fitting = bank.filter((question) => fits(question, situation));
  // A question written for the very record comes before one for any.
  const close = [...fitting].sort((a, b) => b.situations.length - a.situations.length);
  const working = needs.flatMap(
    (need) => close.find(({ practises }) => practises.includes(need)) ?? [],
  );
  const question = working[0] ?? (situation ? close : fitting).find(isOpener(situation));
  return { first: question?.id, situation, question };
}

function isOpener(situation: string | undefined): (question: Question) => boolean {
  return ({ theme, practises }) =>
    situation ? theme === EXAM_RECORD : practises.includes('development');
}
