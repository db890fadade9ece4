import type { Failure } from '../coach/model.ts';

/** What went wrong with a call, as the person is told it. */
export class CallFailed extends Error {
  /** How long the server asks to be left alone, in milliseconds. */
  readonly wait: number;
  /** Tokens that it cost all the same; undefined where nobody can tell. */
  readonly used: number | undefined;

  constructor(
    readonly failure: Failure,
    /** Whether the same call may well succeed in a moment. */
    readonly passing: boolean,
    { wait = 0, used }: { wait?: number; used?: number | undefined } = {},
  ) {
    super(failure);
    this.wait = wait;
    this.used = used;
  }
}
