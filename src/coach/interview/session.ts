import type { AnswerReview } from '../answer.ts';
import type { Heard } from '../speech/heard.ts';

/** A question of the bank, as an interview needs it; see `knowledge/questions/`. */
export interface Question {
  id: string;
  theme: string;
  ask: string;
  situations: readonly string[];
  /** The statement flags and parts that an answer to it works on. */
  practises: readonly string[];
  /** The statement flags and parts that raise it; with any it is asked of such a draft only. */
  raisedBy: readonly string[];
  hint: string;
  followUps: ReadonlyArray<{ when?: string | undefined; ask: string }>;
  reading: string;
}

/** What the person chose. `focus` is a theme of the bank. */
export interface Settings {
  situation?: string | undefined;
  focus?: string | undefined;
  rounds: number;
  seed: number;
  /** Questions of the bank to ask in this order, and no others: those that a draft raised. */
  list?: readonly string[] | undefined;
  /** The question of the bank to begin with, where one was chosen. */
  first?: string | undefined;
  /** The interviewer's manner, an id of `knowledge/interviewers.yaml`; plain where there is none. */
  style?: string | undefined;
}

/** One try at a question. The text is dropped with the debrief. */
export interface Attempt {
  text: string;
  review: AnswerReview;
}

/** A question that was asked, a follow-up included, and what came of it. */
export interface Turn {
  /** The question of the bank that it is, or that it follows up. */
  questionId: string;
  ask: string;
  followUp: boolean;
  attempts: Attempt[];
  skipped: boolean;
}

/**
 * A mock interview. Plain data: it can be stored between any two events. `at` is the turn that
 * the next answer belongs to; `seen` holds the ids of all events that were taken in.
 */
export interface Session {
  settings: Settings;
  status: 'new' | 'asking' | 'ended';
  turns: Turn[];
  at: number;
  seen: string[];
}

/**
 * What a model made of an event before it was taken in: the review of the answer, and its wording
 * of the question that comes next. It counts only while the session stands at the turn it is for.
 */
export interface Help {
  at: number;
  review?: AnswerReview | undefined;
  ask?: string | undefined;
}

/** Something that happened. `id` names what caused it; an id seen before changes nothing. */
export type Event = { id: string; help?: Help | undefined } & (
  | { type: 'start' }
  | { type: 'answer'; text: string; heard?: Heard | undefined }
  | { type: 'hint' }
  | { type: 'skip' }
  | { type: 'retry'; turn?: number | undefined }
  | { type: 'end' }
);

export const MAX_ROUNDS = 12;

export function newSession(settings: Settings): Session {
  const rounds = Math.min(MAX_ROUNDS, Math.max(1, Math.floor(settings.rounds) || 1));
  return { settings: { ...settings, rounds }, status: 'new', turns: [], at: 0, seen: [] };
}
