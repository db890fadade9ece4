import type { AnswerReview } from '../answer.ts';
import type { Debrief } from './debrief.ts';
import type { Turn } from './session.ts';

/** What changed between two tries at one question: faults by what the rubric calls them, seconds by difference. */
export interface Difference {
  gone: string[];
  fresh: string[];
  stayed: string[];
  seconds: number;
}

/** Something to tell the person, for a front door to show. `round` counts main questions from 1. */
export type Say =
  | {
      type: 'question';
      ask: string;
      round: number;
      rounds: number;
      followUp: boolean;
      again: boolean;
      /** What an interviewer of the manner chosen says first. */
      lead?: string;
    }
  /** `again`: it was said before, and is repeated to who comes back. */
  | {
      type: 'feedback';
      review: AnswerReview;
      difference: Difference | undefined;
      again?: boolean;
    }
  | { type: 'hint'; hint: string }
  | { type: 'unscored' }
  | { type: 'nothing-to-retry' }
  /** `turns` hold the answers for the last time: for a transcript that is the person's alone. */
  | { type: 'debrief'; debrief: Debrief; turns: readonly Turn[] }
  | { type: 'over' };
