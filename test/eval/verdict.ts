import type { Span } from '../../src/coach/text/span.ts';

/** One thing that is judged of a case, as its labeller and as the coach see it, in a word or two. */
export interface Judgment {
  /** A part, a flag, `order` or `reply`. */
  on: string;
  label: string;
  coach: string;
  /** Never where readers would disagree, as about a weak part. */
  wrong: boolean;
}

/** A stretch of a case that somebody points at, and for what. */
export interface Mark extends Span {
  by: 'coach' | 'label';
  on: string;
}

/** Both verdicts on a case, side by side. */
export interface Verdict {
  id: string;
  kind: 'statement' | 'answer' | 'question' | 'message';
  text: string;
  /** An answer's question; '' for anything else. */
  asked: string;
  /** The labeller's reasons; '' where none were written down. */
  why: string;
  judgments: Judgment[];
  marks: Mark[];
}

/** What was judged wrongly, one line each. */
export function errorsOf({ id, judgments }: Verdict): string[] {
  return judgments
    .filter(({ wrong }) => wrong)
    .map(({ on, label, coach }) => `${id}: ${on} is ${label}, the coach says ${coach}`);
}

/** A flag as both see it. */
export function flagged(on: string, said: boolean, is: boolean): Judgment {
  const word = (yes: boolean) => (yes ? 'flagged' : 'not flagged');
  return { on, label: word(is), coach: word(said), wrong: said !== is };
}

/** Shares are counted as they come: how many were right, of how many. */
export interface Share {
  right: number;
  of: number;
}

export function tally(share: Share, right: boolean): void {
  share.of++;
  if (right) share.right++;
}
