import type { AnswerReview } from './answer.ts';
import type { Answer } from './ask.ts';
import type { Coach } from './coach.ts';
import type { Say } from './interview/say.ts';
import type { Event, Session } from './interview/session.ts';
import { judgedAnswer } from './judging/answer.ts';
import { type AskedWith, judgedAsk } from './judging/ask.ts';
import { judgedDebrief } from './judging/debrief.ts';
import { helped } from './judging/interview.ts';
import type { JudgingPorts } from './judging/ports.ts';
import { judgedReview } from './judging/statement.ts';
import type { Caller, Model } from './model.ts';
import type { Review } from './review.ts';
import type { Heard } from './speech/heard.ts';

/**
 * The three jobs with a language model's judgment in them, where there is a model. Whatever the
 * model does, each promise is kept within its deadline, by the rules' result at the least, and
 * then says so in `notice`. Without a model the rules' result comes at once.
 */
export interface JudgedCoach {
  review(text: string, caller: Caller): Promise<Review>;
  answer(question: string, answer: string, caller: Caller, heard?: Heard): Promise<AnswerReview>;
  ask(question: string, caller: Caller, more?: AskedWith): Promise<Answer>;
  /**
   * An interview's event with what a model makes of it, ready for `step`. `draft` is the person's
   * statement, where they let the interviewer have it.
   */
  prepare(session: Session, event: Event, caller: Caller, draft?: string): Promise<Event>;
  /** What `step` says, with what a model adds to a debrief in it. */
  finish(say: readonly Say[], caller: Caller): Promise<Say[]>;
}

export function createJudgedCoach(
  coach: Coach,
  ports: JudgingPorts,
  model: Model | undefined,
): JudgedCoach {
  if (!model) return byRules(coach);
  const answer = (question: string, text: string, caller: Caller, heard?: Heard) =>
    judgedAnswer(question, text, coach.answer(question, text, heard), ports, model, caller);
  return {
    review: (text, caller) => judgedReview(text, coach.review(text), ports, model, caller),
    answer,
    ask: (question, caller, more) => judgedAsk(question, coach, ports, model, caller, more),
    prepare: (session, event, caller, draft) =>
      helped(session, event, { coach, ports, model, caller, draft, answer }),
    finish: (say, caller) => judgedDebrief(say, ports, model, caller),
  };
}

function byRules(coach: Coach): JudgedCoach {
  return {
    review: async (text) => coach.review(text),
    answer: async (question, text, _, heard) => coach.answer(question, text, heard),
    ask: async (question, _, more) => coach.ask(question, more?.earlier),
    prepare: async (_, event) => event,
    finish: async (say) => [...say],
  };
}
