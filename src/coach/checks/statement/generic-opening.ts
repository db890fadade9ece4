import type { Check } from '../check.ts';

const GENERIC = [
  /^["“']?(?:ever since|from (?:a|an|my) (?:very )?(?:young|early) age|since (?:i was|childhood|my childhood)|as (?:long|far back) as i can|for as long as i)/i,
  /^["“']?i (?:have|'ve|’ve) always (?:wanted|dreamed|dreamt|known|been (?:fascinated|passionate|drawn|interested))/i,
  /^["“']?(?:interventional radiology|ir|radiology|medicine) (?:is|has|combines|represents|offers|stands)\b/i,
  /^["“']?(?:the field of )?interventional radiology (?:is|perfectly|uniquely)\b/i,
  /^["“']?(?:i am (?:writing|applying)|my name is|please accept|it is (?:with|my))\b/i,
  /^["“]?(?:webster|merriam|the (?:oxford )?dictionary)\b/i,
  /^(?:["“][^"”]{10,}["”])\s*[-–—]\s*\p{Lu}/u,
];

/** A first sentence that could open anyone's statement. */
export const genericOpening: Check = {
  flag: 'generic-opening',
  level: 'fault',
  find({ statement: { text, sentences } }) {
    const first = sentences.find(({ words }) => words > 4);
    if (!first) return [];
    const opening = text.slice(first.start, first.end);
    return GENERIC.some((pattern) => pattern.test(opening)) ? [first] : [];
  },
};
