import type { Check } from '../check.ts';

/** Sentences that list a deed and no thought: "I completed", "I presented", "I was awarded". */
const ENTRY =
  /^(?:[-•*–]\s*)?(?:(?:i|in \d{4},? i|during [^,]{3,40}, i) (?:also |then |have |was |served |)(?:complet|present|publish|receiv|award|serv|volunteer|work|attend|participat|graduat|earn|obtain|achiev|conduct|co-author|author|rotat|join|perform|assist|scored|honou?red)\w*\b|(?:[A-Z][\w' ]{2,40},? (?:19|20)\d\d)|(?:19|20)\d\d\b)/i;

/** The share of sentences that read as entries from which the whole reads as a list. */
const LEAST_SHARE = 0.45;
const LEAST_ENTRIES = 6;

export const readsLikeACv: Check = {
  flag: 'reads-like-a-cv',
  level: 'fault',
  find({ statement: { text, sentences } }) {
    const entries = sentences.filter(({ start, end }) => ENTRY.test(text.slice(start, end)));
    const many = entries.length >= Math.max(LEAST_ENTRIES, sentences.length * LEAST_SHARE);
    return many && entries[0] ? [entries[0]] : [];
  },
};
