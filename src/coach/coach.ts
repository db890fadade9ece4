import { type AnswerReview, reviewAnswer, type Strengths } from './answer.ts';
import { type Answer, answerQuestion, type Found } from './ask.ts';
import { type Explanation, explain } from './explain.ts';
import type { Criterion } from './finding.ts';
import { followUpTo } from './follow-up.ts';
import type { Manner } from './interview/manner.ts';
import {
  type Event,
  newSession,
  type Question,
  type Session,
  type Settings,
} from './interview/session.ts';
import { type Stepped, step } from './interview/step.ts';
import { isFiller } from './interview/unscored.ts';
import { practiceFor } from './practice.ts';
import { type RaisedQuestion, raisedBy } from './raised.ts';
import type { Reader } from './reading/reader.ts';
import { type Review, reviewStatement } from './review.ts';
import type { DeliveryPorts } from './speech/delivery.ts';
import type { Heard } from './speech/heard.ts';
import type { Trouble, TroubleFinder } from './trouble.ts';

/** What the coach is handed. Each port is a thunk, so that a job loads only what it needs. */
export interface Ports {
  reader(): Reader;
  statementCriteria(): ReadonlyMap<string, Criterion>;
  answerCriteria(): ReadonlyMap<string, Criterion>;
  strengths(): Strengths;
  /** For answers that were heard. */
  delivery(): DeliveryPorts;
  bank(): readonly Question[];
  spareDrills(): readonly string[];
  manners(): ReadonlyMap<string, Manner>;
  trouble(): TroubleFinder;
  find(): (question: string) => Found;
  care(): string;
  perhapsCare(): string;
}

/** The three jobs, for any front door. Everything is pure once the ports are loaded. */
export interface Coach {
  review(text: string): Review;
  /** Why `review` judges a text as it does, for who edits the rubric. */
  explain(text: string): Explanation;
  /** `heard` is what the sound of a spoken answer showed. */
  answer(question: string, answer: string, heard?: Heard): AnswerReview;
  /** The question that a reviewed draft raises, to practise with. */
  practice(review: Review): ReturnType<typeof practiceFor>;
  /** What an interviewer would ask about a reviewed draft, each with the quote that raises it. */
  raised(review: Review): RaisedQuestion[];
  /** What an interviewer would ask next. */
  followUp(question: string, review: AnswerReview): string;
  /** `earlier` is what the same person asked before, where this follows it up. */
  ask(question: string, earlier?: string): Answer;
  /** Whether an interview answer shows somebody in trouble, and what to say: all that is said, a line beside it, or ''. */
  careIn(answer: string): { trouble: Trouble; words: string };
  begin(settings: Settings): Session;
  step(session: Session, event: Event): Stepped;
}

export function createCoach(ports: Ports): Coach {
  const answer = (question: string, text: string, heard?: Heard) => {
    const { delivery } = ports;
    const [reader, criteria, strengths] = [
      ports.reader(),
      ports.answerCriteria(),
      ports.strengths(),
    ];
    return reviewAnswer(question, text, { reader, criteria, strengths, delivery }, heard);
  };
  return {
    review: (text) =>
      reviewStatement(text, { reader: ports.reader(), criteria: ports.statementCriteria() }),
    explain: (text) => explain(ports.reader()(text, 'statement')),
    answer,
    practice: (review) => practiceFor(review, ports.bank()),
    raised: (review) => raisedBy(review, ports.bank()),
    followUp: (question, review) => followUpTo(question, review, ports.bank()),
    ask: (question, earlier) =>
      answerQuestion(question, earlier, {
        trouble: ports.trouble(),
        find: (text) => ports.find()(text),
        care: ports.care(),
        perhapsCare: ports.perhapsCare(),
      }),
    careIn: (text) => {
      const trouble = isFiller(text) ? 'none' : ports.trouble()(text, 'spoken');
      const words = { likely: ports.care, possible: ports.perhapsCare, none: () => '' };
      return { trouble, words: words[trouble]() };
    },
    begin: newSession,
    step: (session, event) =>
      step(session, event, {
        bank: ports.bank(),
        review: answer,
        spareDrills: ports.spareDrills(),
        manners: ports.manners(),
      }),
  };
}
