import type { Ranked } from '../../coach/ask.ts';
import type { Lexicon } from '../../coach/reading/lexicon.ts';
import type { Passage } from '../passages.ts';
import { createIndex } from './inverted-index.ts';
import { createTermFinder, type Terms } from './terms.ts';

export type Search = (question: string) => Ranked[];

/** How many of a passage's closest wordings are averaged: one alone may be close by accident. */
const CLOSEST = 5;
/** What each kind of evidence weighs; set on the development questions. */
const WORDINGS = 0.6;
const TOGETHER = 0.4;
const BODY = 0.35;

/**
 * Ranks passages for a question: by the closest of the ways that people ask for each, by all of
 * its ways together, and by its own words. Weights are TF-IDF, compared by cosine.
 */
export function createSearch(passages: readonly Passage[], lexicon: Lexicon): Search {
  const termsOf = createTermFinder(lexicon);
  const asked = passages.map(({ asks, title }) => [...asks, title].map(termsOf));
  const together = asked.map(union);
  const bodies = passages.map(({ title, body, topic }) => termsOf(`${topic}. ${title}. ${body}`));
  const idf = inverseFrequency(together.map((terms, i) => union([terms, bodies[i] as Terms])));
  const owners = asked.flatMap((list, passage) => list.map(() => passage));
  const wordings = createIndex(asked.flat(), idf);
  const wholes = createIndex(together, idf);
  const texts = createIndex(bodies, idf);
  return (question) => {
    const terms = termsOf(question);
    const near = closest(wordings(terms), owners, passages.length);
    const [whole, text] = [wholes(terms), texts(terms)];
    return passages
      .map((passage, i) => ({
        passage,
        score: WORDINGS * (near[i] ?? 0) + TOGETHER * (whole[i] ?? 0) + BODY * (text[i] ?? 0),
      }))
      .sort((a, b) => b.score - a.score);
  };
}

/** For each passage the mean of its closest wordings. */
function closest(scores: Float64Array, owners: readonly number[], count: number): number[] {
  const best = Array.from({ length: count }, () => [] as number[]);
  scores.forEach((score, i) => {
    if (score > 0) best[owners[i] as number]?.push(score);
  });
  return best.map((list) => {
    const top = list.sort((a, b) => b - a).slice(0, CLOSEST);
    return top.reduce((sum, score) => sum + score, 0) / CLOSEST;
  });
}

function union(list: readonly Terms[]): Terms {
  const sum = new Map<string, number>();
  for (const terms of list) for (const [term, n] of terms) sum.set(term, (sum.get(term) ?? 0) + n);
  return sum;
}

/** Rarer over the passages weighs more; a word that none has keeps a question from seeming close. */
function inverseFrequency(passages: readonly Terms[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const terms of passages)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + passages.length / (counts.get(term) ?? 1));
}
