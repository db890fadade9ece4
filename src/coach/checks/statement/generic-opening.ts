import type { Statement } from '../../text/statement.ts';
import type { Check } from '../check.ts';

const FIELD = /(?:the field of )?(?:interventional radiology|ir|radiology|medicine)/.source;
const DRAWN =
  /(?:always|dreamed|dreamt|(?:was|been|became) (?:always )?(?:fascinated|passionate|drawn|curious|interested))/
    .source;
const FAMOUS =
  /\b(?:Osler|Hippocrates|Maimonides|Gandhi|Einstein|Angelou|Mandela|Churchill|Edison|Aristotle|Roosevelt|Lincoln|Steve Jobs|Robert Frost|Mother Te?h?resa|Helen Keller|Luther King)\b/;

const GENERIC = [
  // A lifelong wish.
  /^ever since (?:i (?:was|can|could)|childhood|my (?:early )?childhood)/i,
  /^from (?:a|an|my) (?:very )?(?:young|early|earliest|tender) (?:age(?! group)|childhood|years)\b/i,
  /^since (?:i was (?:a |an )?(?:\w+ )?(?:child|kid|boy|girl|young|little|small|teen\w*|\d+)|(?:my |early )*childhood)\b/i,
  /^(?:for )?as (?:long|far back) as i can (?:remember|recall|think)/i,
  /^for as long as i\b/i,
  /^i(?: ha|['’])ve always (?:wanted|dreamed|dreamt|known (?:that )?(?:i|medicine)|been (?:fascinated|passionate|drawn|interested))/i,
  new RegExp(`^(?:as a (?:\\w+ )?(?:child|kid|boy|girl)|growing up),? i (?:${DRAWN}|knew)\\b`, 'i'),
  /^i want(?:ed)? to (?:be|become) an? (?:interventional|ir|radiologist|doctor|physician)\b/i,
  // Praise or a definition of the field.
  new RegExp(
    `^${FIELD} (?:is (?:an?|the|my|one|both|perfect|unique|not (?:only|just|merely)|more than|at the)|(?:perfectly|uniquely)|has (?:always|long)|combines|represents|offers|stands|bridges|blends|sits)\\b`,
    'i',
  ),
  /^my (?:passion|love|fascination|enthusiasm) for\b/i,
  /^my journey (?:to|in|into|toward|towards) (?:medicine|becoming|radiology|interventional|ir)\b/i,
  /^(?:(?:according to|as|in) )?(?:the )?(?:merriam|webster|(?:oxford|cambridge)(?: english)? dictionary|dictionary)\b/i,
  // An introduction of oneself or of the application.
  /^(?:i am (?:writing (?:to|in)|applying (?:to|for)\b)|please accept|i (?:would like|wish) to (?:apply|express))/i,
  /^it is (?:with (?:great|much|deep|sincere|immense|utmost|pleasure|pride|enthusiasm|excitement)|my (?:pleasure|honou?r|dream|passion|goal|privilege|desire))\b/i,
  /^[Mm]y name is \p{Lu}/u,
  // A famous quotation.
  /^["“][^"”]{10,}["”]\s*[-–—]\s*(?!Mrs?\b|Ms\b|Dr\b|Miss\b|The\b)\p{Lu}/u,
  /^(?!Dr|Mrs?\b|Ms\b|Prof)\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.]*)+ (?:famously |once )+(?:said|wrote|remarked)\b/u,
];

/** A first sentence that could open anyone's statement. */
export const genericOpening: Check = {
  flag: 'generic-opening',
  level: 'fault',
  find({ statement }) {
    const { text } = statement;
    const [first, second] = opening(statement);
    if (!first) return [];
    const words = text.slice(first.start, first.end).replace(SALUTATION, '');
    const bare = words.replace(/^["“'‘]?(?=I\b)/, '');
    const quotes = /^["“]/.test(words) && FAMOUS.test(text.slice(first.start, second?.end));
    return quotes || GENERIC.some((pattern) => pattern.test(words) || pattern.test(bare))
      ? [first]
      : [];
  },
};

const SALUTATION = /^(?:dear|to whom)\b[^,:\n]{0,80}[,:]\s*/i;

/** The first sentences that are ones: not a title, an address or a salutation above the text. */
function opening({ text, sentences }: Statement) {
  const long = sentences.filter(({ words }) => words > 4);
  const ended = long.filter(({ start, end }) => /[.!?]["”’')]*$/.test(text.slice(start, end)));
  return ended.length ? ended : long;
}
