import type { Span } from './span.ts';

/** A word as the checks compare it: lower case, straight apostrophes, numbers by kind. */
export interface Token extends Span {
  form: string;
}

const WORD =
  /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[.!?…]+|[,;:—–"“”()]|\p{Extended_Pictographic}/gu;

/** The tokens of a stretch of text, sentence punctuation included, hyphenated words apart. */
export function tokens(text: string, { start, end }: Span): Token[] {
  const found: Token[] = [];
  WORD.lastIndex = 0;
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const at = start + match.index;
    found.push({ form: form(match[0]), start: at, end: at + match[0].length });
  }
  return found;
}

function form(word: string): string {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return number(word);
  return word.toLowerCase().replaceAll('’', "'");
}

/**
 * Numbers by what they can be in an application: a three-digit exam score (USMLE scores ran
 * from 1 to 300, COMLEX from 9 to 999), a year, an ordinal, or a count.
 */
function number(word: string): string {
  if (/^\d+(?:st|nd|rd|th)$/i.test(word)) return '#th';
  if (/^(?:19|20)\d\d$/.test(word)) return '#year';
  if (/^[1-7]\d\d$/.test(word)) return '#score';
  if (/^\d$/.test(word)) return word;
  return '#';
}

const WHITE = /\S+/g;
const COUNTS = /[\p{L}\p{N}]/u;

/** Words as a word processor counts them: runs between white space that hold a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(WHITE)) if (COUNTS.test(run)) count++;
  return count;
}
