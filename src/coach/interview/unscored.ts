import { isForeign } from '../reading/taken.ts';

/** Words that fill a line and answer nothing, each alone or several in a row. */
const FILLER =
  /^(?:l+o+l+|lmf?ao|rofl|(?:ha|he){1,9}h?|jk|just|kidding|idk|dunno|h+m+|u+m+|u+h+|banana|potato|don['’]?t|know|you|tell|me|whatever|next|question|please|what|test(?:ing)?|asdf\w*|qwerty\w*|blah|no|comment|nope|pass|yes|ok(?:ay)?|hi|hello|hey|k|\p{L})$/iu;

/** Whether an answer is nothing but filler, so that no word of it says anything. */
export function isFiller(text: string): boolean {
  return wordsOf(text).every((word) => FILLER.test(word));
}

/** Whether there is nothing in an answer to judge: filler, a key-mash, another language. */
export function isUnscored(text: string): boolean {
  if (isFiller(text) || isForeign(text)) return true;
  const words = wordsOf(text);
  const distinct = new Set(words.map((word) => word.toLowerCase()));
  if (words.length >= 3 && distinct.size === 1) return true;
  if (words.length >= 6 && distinct.size <= 2) return true;
  return (
    words.length <= 2 && words.every((word) => word.length > 12 || !/[aeiouyáéíóú]/i.test(word))
  );
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}'’]*/gu) ?? [];
}
