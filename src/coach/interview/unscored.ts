const JOKE =
  /^(?:l+o+l+|lmf?ao|ha(?:ha)+|jk|just kidding|idk|dunno|banana|potato|test(?:ing)?|asdf\w*|qwerty\w*|blah(?: blah)*|no comment|nope|pass|yes|no|ok(?:ay)?|hi|hello|hey|k|\?+)[\s.!?]*$/i;

/** Whether there is nothing in an answer to judge: no words, a key-mash, or a joke of a word or two. */
export function isUnscored(text: string): boolean {
  const bare = text.trim();
  const words = bare.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  if (words.length === 0 || JOKE.test(bare)) return true;
  const distinct = new Set(words.map((word) => word.toLowerCase()));
  if (words.length >= 6 && distinct.size <= 2) return true;
  return (
    words.length <= 2 && words.every((word) => word.length > 12 || !/[aeiouyáéíóú]/i.test(word))
  );
}
