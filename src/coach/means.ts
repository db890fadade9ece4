/**
 * Asking how much of something kills. It is said in plain words that a finder of moods passes over,
 * and nobody asks a coach for it in earnest for another reason.
 */
const MEANS = [
  /\b(?:how (?:much|many|high|long)|what (?:dose|amount|drug|pills?)|which (?:drug|pills?)|enough)\b[^.?!\n]{0,50}\b(?:to die|to kill (?:me|myself|you|yourself|somebody|someone|a person|an adult)|(?:would|will|could|can|does it take to) kill (?:me|you|somebody|someone)|(?:is|are|be) (?:lethal|fatal|deadly))\b/iu,
  /\b(?:lethal|fatal|deadly) (?:dose|amount|combination)\b[^.?!\n]{0,30}\b(?:of|for me|for myself)\b/iu,
  /\b(?:painless|easiest|quickest|fastest|surest) (?:way|method)s? to (?:die|go|end it|kill)/iu,
];

export function asksForMeans(text: string): boolean {
  return MEANS.some((pattern) => pattern.test(text));
}
