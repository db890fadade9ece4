/**
 * What a sentence does, in a statement or a spoken answer. The letters are those of the labelled
 * cases in `test/eval/`, where each is defined with examples.
 */
export const ROLES = {
  v: 'tells of one image-guided case that the writer took part in',
  d: 'tells how the interest in IR grew',
  a: 'names the setback',
  x: 'accounts for the setback without blaming or owning',
  b: 'puts the result on others',
  o: 'owns it',
  h: 'gives private detail well past what a reader needs',
  r: 'is bitter, sarcastic or defensive',
  e: 'evades',
  s: 'names a concrete step taken since',
  g: 'gives evidence of improvement since',
  q: 'claims to have changed without saying how',
  p: 'draws a particular picture of the career wanted',
  w: 'wishes what anyone could wish',
  n: 'does something else',
} as const;

export type Role = keyof typeof ROLES;
export const ROLE_KEYS = Object.keys(ROLES) as Role[];
