import type { Ranked } from '../../coach/ask.ts';
import type { Lexicon } from '../../coach/reading/lexicon.ts';
import type { Passage } from '../passages.ts';
import { createMeaning } from './meaning.ts';
import { createTermFinder } from './terms.ts';
import type { WordVectors } from './vectors.ts';

/** Ranks all passages for a question; the scores are probabilities and add up to 1. */
export type Search = (question: string) => Ranked[];

/** A passage's own sentences weigh as much as this many ways of asking for it. */
const BODY = 1;
/** How much of the common language every passage is taken to share, in terms. */
const SHARED = 20;
/** Tempers the product over terms, which are not independent, by their number to this power. */
const TEMPER = 0.65;

/** What likeness in meaning adds to the log-odds, at its most. */
const MEANING = 8;

/**
 * Naive Bayes over the ways that people ask: each passage has a language, estimated from its
 * wordings and its own sentences and smoothed with the language of all; a question belongs to the
 * passage in whose language it is likeliest. Nothing is trained, so a wording added counts at the
 * next start. Where the words are others, their meaning still tells: the wordings that lie closest
 * count as well. The numbers were set on wordings and development questions held back.
 */
export function createSearch(
  passages: readonly Passage[],
  lexicon: Lexicon,
  vectors: WordVectors,
): Search {
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
  const all = total(common);
  const size = languages.map((language) => Math.log(1 + total(language) / SHARED));
  const postings = invert(languages, (term) => (SHARED * (common.get(term) ?? 0)) / all);
  const meaning = createMeaning(
    passages.map(({ asks, title }) => [...asks, title]),
    vectors,
  );
  return (question) => {
    const known = [...termsOf(question)].filter((term) => common.has(term));
    const scores = size.map((logarithm) => -known.length * logarithm);
    for (const term of known)
      for (const { passage, tells } of postings.get(term) ?? [])
        scores[passage] = (scores[passage] ?? 0) + tells;
    const temperature = known.length ** TEMPER || 1;
    const alike = meaning.alike(question);
    const chances = softmax(
      scores.map((score, i) => score / temperature + MEANING * (alike[i] ?? 0)),
    );
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

/** What a term tells for a passage, as log-odds. */
interface Posting {
  passage: number;
  tells: number;
}

/** For each term the passages that have it, so that a question touches only those. */
function invert(
  languages: ReadonlyArray<ReadonlyMap<string, number>>,
  expected: (term: string) => number,
): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
  languages.forEach((language, passage) => {
    for (const [term, n] of language) {
      const posting = { passage, tells: Math.log(1 + n / expected(term)) };
      const list = postings.get(term);
      if (list) list.push(posting);
      else postings.set(term, [posting]);
    }
  });
  return postings;
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - most));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}
