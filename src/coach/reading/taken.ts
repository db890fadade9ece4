import type { Statement } from '../text/statement.ts';

/** What a text is, before anything in it is judged. */
export const TAKEN = ['statement', 'fragment', 'another-language', 'no-statement'] as const;
export type Taken = (typeof TAKEN)[number];

/** Below this a text is a remark or a line, and what it lacks says nothing. In words. */
export const LEAST_STATEMENT = 40;
/** Fewer than this many words tell no language. */
const LEAST_TELLING = 12;
/**
 * The share of the commonest English words, and of those for oneself. In 232 drafts written for
 * `test/eval/` the least was 0.34 and 0.03; a CV has 0.07 and none, another language under 0.05.
 */
const LEAST_ENGLISH = 0.2;
const LEAST_SELF = 0.01;

const COMMON = new Set(
  'the of and to in a that was my for it with is on as at had he she they not but be this have from what who we were her his by or an me i'.split(
    ' ',
  ),
);
const SELF = new Set(['i', 'my', 'me', 'mine', 'myself', 'we', 'our', 'us']);
const isSelf = (word: string) => SELF.has(word) || /^i['’]\p{L}+$/u.test(word);
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Tells a statement from what is too short to be one, in another language, a list or another's text. */
export function takenFor(statement: Statement): Taken {
  const known = TOLD.get(statement) ?? tell(statement);
  TOLD.set(statement, known);
  return known;
}

/** The review and three of its checks ask this of one draft. */
const TOLD = new WeakMap<Statement, Taken>();

function tell(statement: Statement): Taken {
  const { text, words } = statement;
  const all = wordsOf(text);
  if (hasForeignWords(all)) return isList(statement) ? 'no-statement' : 'another-language';
  if (words < LEAST_STATEMENT) return 'fragment';
  return share(all, isSelf) < LEAST_SELF ? 'no-statement' : 'statement';
}

/** Whether a text of some length is in another language than English, or no running text. */
export function isForeign(text: string): boolean {
  return hasForeignWords(wordsOf(text));
}

function hasForeignWords(words: readonly string[]): boolean {
  return words.length >= LEAST_TELLING && share(words, (word) => COMMON.has(word)) < LEAST_ENGLISH;
}

/** Mostly blocks that end like no sentence, as in a CV, a table or a program. */
function isList({ text, paragraphs }: Statement): boolean {
  const ends = paragraphs.map(({ start, end }) => text.slice(start, end));
  const open = ends.filter((block) => !/[.!?…。！？؟।]["'”’»)\]]*$/.test(block));
  return text.trim().split('\n').length >= 3 && open.length > ends.length / 2;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function share(words: readonly string[], test: (word: string) => boolean): number {
  return words.length ? words.filter(test).length / words.length : 0;
}
