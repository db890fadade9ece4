import type { Check } from '../check.ts';

/** A deed of the kind that a CV lists: "I completed", "I presented", "I was awarded". */
const DEED =
  /^(?:[-•*–]\s*)?(?:(?:in \d{4},? |during [^,]{3,40}, )?(?:i|my \w+) (?:also |then |have |was |were |served |)|)(?:complet|present|publish|receiv|award|serv|volunteer|work|attend|participat|graduat|earn|obtain|achiev|conduct|co-author|author|rotat|join|perform|assist|scored|honou?red|elected|appointed|selected|led\b|organi[sz]ed|founded|taught)\w*\b/i;
/** What a CV lists it with; without one of these the deed may be a moment of a story. */
const ENTERED =
  /\b(?:awards?|honou?rs|grants?|scholarships?|posters?|abstracts?|papers?|chapters?|case reports?|rounds|conference|meeting|symposi\w+|society|journal|electives?|rotations?|clerkships?|internships?|degree|certificate|sciences|program|project|quality|committee|president|treasurer|secretary|group|club|clinic|team|students?|years?|as an? |thirty|forty|fifty|(?:19|20)\d\d)\b|(?<=\p{Ll},? )\p{Lu}\p{L}+/u;
/** A line of dates and places: "Poster, SIR, 2025". */
const DATED = /^(?:[-•*–]\s*)?(?:\p{Lu}[^.!?]{2,80}\b(?:19|20)\d\d\W*$|(?:19|20)\d\d\b)/u;

/** The share of sentences that read as entries from which the whole reads as a list. */
const LEAST_SHARE = 0.45;
const LEAST_ENTRIES = 6;

export const readsLikeACv: Check = {
  flag: 'reads-like-a-cv',
  level: 'fault',
  find({ statement: { text, sentences } }) {
    const entries = sentences.filter(({ start, end }) => isEntry(text.slice(start, end)));
    const many = entries.length >= Math.max(LEAST_ENTRIES, sentences.length * LEAST_SHARE);
    return many && entries[0] ? [entries[0]] : [];
  },
};

function isEntry(sentence: string): boolean {
  return DATED.test(sentence) || (DEED.test(sentence) && ENTERED.test(sentence));
}
