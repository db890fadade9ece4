import type { Finding } from '../finding.ts';
import { hash, shuffled } from './random.ts';
import type { Question, Session, Settings, Turn } from './session.ts';

/** The theme that every interview of this coach opens with. */
export const EXAM_RECORD = 'exam-record';

/**
 * The next main question: never one asked before, fitting the situation, the person's own exam
 * record first, then themes in turn. Undefined when the rounds or the questions are used up.
 */
export function nextQuestion(session: Session, bank: readonly Question[]): Question | undefined {
  const { settings, turns } = session;
  const asked = turns.filter(({ followUp }) => !followUp).map(({ questionId }) => questionId);
  if (asked.length >= settings.rounds) return undefined;
  if (settings.list) return bank.find(({ id }) => id === settings.list?.[asked.length]);
  const first = asked.length ? undefined : bank.find(({ id }) => id === settings.first);
  if (first) return first;
  const fitting = bank.filter((question) => fits(question, settings.situation));
  const left = shuffled(fitting, settings.seed ^ hash(settings.situation ?? '')).filter(
    ({ id }) => !asked.includes(id),
  );
  const focused = left.filter(({ theme }) => theme === settings.focus);
  if (settings.focus) return focused[0];
  if (asked.length === 0) return left.find(isOpener(settings.situation)) ?? left[0];
  const themeOf = (id: string) => bank.find((question) => question.id === id)?.theme;
  const used = asked.map(themeOf);
  const times = (theme: string) => used.filter((other) => other === theme).length;
  return left.reduce<Question | undefined>(
    (best, next) => (!best || times(next.theme) < times(best.theme) ? next : best),
    undefined,
  );
}

/** How many questions there are for what the person chose. */
export function available({ situation, focus, list }: Settings, bank: readonly Question[]): number {
  if (list) return list.length;
  return bank.filter((one) => fits(one, situation) && (!focus || one.theme === focus)).length;
}

/**
 * Without a situation only what suits any record is asked: nobody is told of a failure not theirs.
 * What a draft raises is never asked without that draft.
 */
export function fits({ situations, raisedBy }: Question, situation: string | undefined): boolean {
  if (raisedBy.length) return false;
  return situations.length === 0 || (situation !== undefined && situations.includes(situation));
}

/** Opens with the record: a question written for the situation where one is known. */
function isOpener(situation: string | undefined): (question: Question) => boolean {
  return ({ theme, situations }) =>
    theme === EXAM_RECORD && (situation === undefined || situations.includes(situation));
}

/**
 * The follow-up that an answer's flags call for, one a question; without flags one that fits any
 * answer, every other round. `tie` breaks between several and comes from the round's number.
 */
export function followUpFor(
  question: Question,
  findings: readonly Pick<Finding, 'flag' | 'question'>[],
  turn: Turn,
  tie: number,
): string | undefined {
  if (turn.followUp) return undefined;
  for (const { flag } of findings) {
    const called = question.followUps.find(({ when }) => when === flag);
    if (called) return called.ask;
  }
  // Where the bank has none for the fault, the rubric's own question presses as well.
  const press = findings.find(({ question }) => question)?.question;
  if (press) return press;
  const open = question.followUps.filter(({ when }) => when === undefined);
  return tie % 2 === 0 ? open[tie % Math.max(1, open.length)]?.ask : undefined;
}
