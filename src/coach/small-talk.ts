/**
 * Words that greet, thank, agree, and go on asking. None of them tells of anything: a message of
 * nothing else is small talk or a follow-up ("and how long?", "thank you"), which a finder that
 * weighs pairs of words takes for a cry now and then.
 */
const TELLING_NOTHING =
  /^(?:hi|hello|hey|there|thanks?|you|thx|ty|so|much|very|lots|ok|okay|k|yes|yeah|yep|sure|great|cool|nice|good|got|it|and|but|or|then|how|long|many|often|soon|why|not|when|where|which|who|what|next|else|about|really|for|comlex|usmle|step|ck|level|research|letters?|ir|dr|please|look|at|this|that|of|do|does|think|read|check|review|can|could|would|me|my|draft|statement|attached|thoughts|opinion|feedback|here|file|\d{1,3})$/iu;

/** To say that one doesn't know, and nothing more; with "why" or "how" after it, it may be a cry. */
const NOT_KNOWING =
  /^\W*(?:(?:honestly|well|um|uh|hm+)\W+)?(?:i\s+(?:really\s+)?(?:don['’]?t|do not)\s+know(?:\s+(?:yet|really|either|that|this one))?|idk|no idea|(?:i['’]?m\s+)?not sure(?:\s+yet)?)\W*$/iu;

/** Longer than this, small words may add up to something. */
const FEW = 6;

/** Whether a message is a few words, each of which tells nothing. */
export function isSmallTalk(text: string): boolean {
  if (NOT_KNOWING.test(text)) return true;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 && words.length <= FEW && words.every((w) => TELLING_NOTHING.test(w));
}
