import type { Check } from '../check.ts';
import { matches } from './patient-identifier.ts';

/**
 * Text that talks to whoever judges the draft, be it a person or a model. It is material like any
 * other; it is shown to the writer because a file can carry such text without their knowing.
 */
const ADDRESSES = [
  /\b(?:ignore|disregard|forget|override)\b[^.!?\n]{0,40}\b(?:(?:previous|prior|earlier|above|your|all|system)\b[^.!?\n]{0,20}\b(?:instructions?|prompts?|rules|guidelines|rubric|criteria))\b[^.!?\n]*/gi,
  /\b(?:as an AI|you are (?:an? )?(?:AI|language model|LLM|chatbot|assistant|grader|reviewer)|(?:dear|hey|attention,?|note to(?: the| any)?) (?:AI|language models?|LLMs?|chatbots?|ChatGPT|graders?|reviewers?))\b[^.!?\n]*/gi,
  /\b(?:rate|score|grade|mark|judge|evaluate|review) (?:this|my) (?:statement|essay|draft|text|answer)\b[^.!?\n]{0,60}\b(?:positive\w*|high\w*|perfect|excellent|10|ten|strong|no flags?|present|favorabl[ey])[^.!?\n]*/gi,
  /\b(?:system|developer) ?(?:prompt|message)\b[^.!?\n]*|<\/?(?:system|instructions?|assistant)>[^.!?\n]*/gi,
  /(?<=^|[.!?\n]\s{0,9})(?:please |now |just )?\b(?:report|output|return|respond|reply|say)\b[^.!?\n]{0,30}\b(?:no (?:flags?|problems|faults|issues)|all (?:five )?parts)\b[^.!?\n]*/gi,
];

export const addressesReviewer: Check = {
  flag: 'addresses-reviewer',
  level: 'fault',
  find: ({ statement: { text } }) =>
    ADDRESSES.flatMap((pattern) => matches(text, pattern)).slice(0, 3),
};
