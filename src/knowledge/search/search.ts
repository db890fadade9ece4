import type { Ranked } from '../../coach/ask.ts';
import type { Lexicon } from '../../coach/reading/lexicon.ts';
import type { Passage } from '../passages.ts';
import { createTermFinder } from './terms.ts';

/** Ranks all passages for a question; the scores are probabilities and add up to 1. */
export type Search = (question: string) => Ranked[];

/** A passage's own sentences weigh as much as this many ways of asking for it. */
const BODY = 1;
/** How much of the common language every passage is taken to share, in terms. */
const SHARED = 20;
/** Tempers the product over terms, which are not independent, by their number to this power. */
const TEMPER = 0.65;

/**
 * Naive Bayes over the ways that people ask: each passage has a language, estimated from its
 * wordings and its own sentences and smoothed with the language of all; a question belongs to the
 * passage in whose language it is likeliest. Nothing is trained, so a wording added counts at the
 * next start. The three numbers were set on the development questions.
 */
export function createSearch(passages: readonly Passage[], lexicon: Lexicon): Search {
  const termsOf = createTermFinder(lexicon);
  const languages = passages.map(({ asks, title, body }) => {
    const counts = new Map<string, number>();
    for (const ask of [...asks, title]) count(counts, termsOf(ask), 1);
    for (const sentence of body.split(/[.;\n]/)) count(counts, termsOf(sentence), BODY);
    return counts;
  });
  const common = new Map<string, number>();
  for (const language of languages)
    for (const [term, n] of language) common.set(term, (common.get(term) ?? 0) + n);
  const totals = languages.map(total);
  const all = total(common);
  const postings = invert(languages);

  return (question) => {
    const known = [...termsOf(question)].filter((term) => common.has(term));
    const scores = totals.map((size) => -known.length * Math.log(1 + size / SHARED));
    for (const term of known) {
      const expected = (SHARED * (common.get(term) ?? 0)) / all;
      for (const { passage, n } of postings.get(term) ?? [])
        scores[passage] = (scores[passage] ?? 0) + Math.log(1 + n / expected);
    }
    const chances = softmax(scores, known.length ** TEMPER || 1);
    return passages
      .map((passage, i) => ({ passage, score: chances[i] ?? 0 }))
      .sort((a, b) => b.score - a.score);
  };
}

function count(counts: Map<string, number>, terms: ReadonlySet<string>, weight: number): void {
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight);
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const n of counts.values()) sum += n;
  return sum;
}

/** For each term the passages that have it, so that a question touches only those. */
function invert(
  languages: ReadonlyArray<ReadonlyMap<string, number>>,
): Map<string, Array<{ passage: number; n: number }>> {
  const postings = new Map<string, Array<{ passage: number; n: number }>>();
  languages.forEach((language, passage) => {
    for (const [term, n] of language) {
      const list = postings.get(term);
      if (list) list.push({ passage, n });
      else postings.set(term, [{ passage, n }]);
    }
  });
  return postings;
}

function softmax(scores: readonly number[], temperature: number): number[] {
  const most = Math.max(...scores);
  const weights = scores.map((score) => Math.exp((score - most) / temperature));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}
