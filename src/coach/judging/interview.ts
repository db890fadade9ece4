import type { AnswerReview } from '../answer.ts';
import type { Coach } from '../coach.ts';
import type { Event, Session } from '../interview/session.ts';
import { askedIn } from '../interview/step.ts';
import { isUnscored } from '../interview/unscored.ts';
import type { Caller, Model } from '../model.ts';
import type { Heard } from '../speech/heard.ts';
import { wordedQuestion, wordQuestion } from './interviewer.ts';
import type { JudgingPorts } from './ports.ts';

export interface Helping {
  coach: Coach;
  ports: JudgingPorts;
  model: Model;
  caller: Caller;
  draft: string | undefined;
  answer(question: string, text: string, caller: Caller, heard?: Heard): Promise<AnswerReview>;
}

/**
 * Adds to an event what a model makes of it: the review of an answer, and the next question in an
 * interviewer's words where there is something of the person's to word it around. What is asked
 * was chosen by the rules; where the model fails, their own words stand.
 */
export async function helped(session: Session, event: Event, helping: Helping): Promise<Event> {
  if (session.status === 'ended' || session.seen.includes(event.id)) return event;
  const { coach, ports, caller, draft } = helping;
  const { text, heard } = event.type === 'answer' ? event : { text: '', heard: undefined };
  if (text && isUnscored(text)) return event;
  const answered = text && session.status === 'asking';
  const review = answered
    ? await helping.answer(askedIn(session, ports.bank()), text, caller, heard)
    : undefined;
  const help = { at: session.at, review };
  const { session: after } = coach.step(session, { ...event, help });
  const opened = after.turns[session.turns.length];
  const hostile = review?.findings.some(({ flag }) => flag === 'addresses-reviewer');
  const theirs = [text, draft ?? ''].join('\n').trim();
  // A new question of the bank is asked as it stands, unless there is a draft to tie it to.
  // Who did not answer a moment ago will hardly answer now.
  if (review?.notice || !opened || hostile || !theirs || !(opened.followUp || draft))
    return { ...event, help };
  const ask = await worded(opened.ask, opened.followUp, text, session.settings.style, helping);
  return { ...event, help: { ...help, ask } };
}

async function worded(
  planned: string,
  followUp: boolean,
  answer: string,
  style: string | undefined,
  { ports, model, caller, draft }: Helping,
): Promise<string> {
  const material = {
    planned,
    purpose: followUp ? 'a follow-up to the answer' : 'a new question',
    answer: answer || 'none',
    draft: draft ?? 'none',
    style: style ?? 'plain',
  };
  const outcome = await model.run(wordQuestion, material, caller);
  if ('failure' in outcome) return planned;
  const theirs = `${answer}\n${draft ?? ''}`;
  return wordedQuestion(outcome.value.question, planned, theirs, ports.vocabulary());
}
