/**
 * What a person gave can't be used. The message is for that person: one sentence that says
 * what is wrong and what to do; it never holds text of theirs.
 */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}
