/** The time as everybody in this Discord has it: the real one, and what a test has put it forward by. */
export class Clock {
  #ahead = 0;

  /** Milliseconds since 1970; to be given to whatever must agree with this Discord about the time. */
  readonly now = (): number => Date.now() + this.#ahead;

  forward(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}

/** The first response to an interaction must come within this time, in milliseconds. */
export const FIRST_RESPONSE = 3_000;
/** An interaction's token is good for this long, in milliseconds. */
export const TOKEN_LIFE = 15 * 60_000;
/** A repeated nonce counts as the same message for this long, in milliseconds. */
export const NONCE_LIFE = 5 * 60_000;
/** An attachment's link is good for this long, in milliseconds. */
export const LINK_LIFE = 24 * 60 * 60_000;
