/** Words that fill a line and answer nothing, each alone or several in a row. */
const FILLER =
  /^(?:l+o+l+|lmf?ao|rofl|(?:ha|he){1,9}h?|jk|just|kidding|idk|dunno|h+m+|u+m+|u+h+|banana|potato|test(?:ing)?|asdf\w*|qwerty\w*|blah|no|comment|nope|pass|yes|ok(?:ay)?|hi|hello|hey|k|\p{L})$/iu;

/** Whether there is nothing in an answer to judge: no words, a key-mash, or a joke of a word or two. */
export function isUnscored(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  if (words.every((word) => FILLER.test(word))) return true;
  const distinct = new Set(words.map((word) => word.toLowerCase()));
  if (words.length >= 3 && distinct.size === 1) return true;
  if (words.length >= 6 && distinct.size <= 2) return true;
  return (
    words.length <= 2 && words.every((word) => word.length > 12 || !/[aeiouyáéíóú]/i.test(word))
  );
}
