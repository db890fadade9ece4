import type { Ranked } from '../../coach/ask.ts';
import type { Lexicon } from '../../coach/reading/lexicon.ts';
import type { Passage } from '../passages.ts';
import { createTermFinder, type Terms } from './terms.ts';

export type Search = (question: string) => Ranked[];

/** How much each source of evidence counts; set on the development questions by `npm run eval`. */
const CLOSEST_ASK = 0.6;
const ALL_ASKS = 0.4;
const BODY = 0.35;

/**
 * Ranks passages for a question: by the closest single way that people ask for each, by all of
 * its ways together, and by its own words. Weights are TF-IDF, compared by cosine.
 */
export function createSearch(passages: readonly Passage[], lexicon: Lexicon): Search {
  const termsOf = createTermFinder(lexicon);
  const asked = passages.map(({ asks, title }) => [...asks, title].map(termsOf));
  const bodies = passages.map(({ title, body, topic }) => termsOf(`${topic}. ${title}. ${body}`));
  const idf = inverseFrequency(asked.map(union), bodies);
  const weigh = (terms: Terms) => unit(weighted(terms, idf));
  const entries = passages.map((passage, i) => ({
    passage,
    asks: (asked[i] ?? []).map(weigh),
    all: weigh(union(asked[i] ?? [])),
    body: weigh(bodies[i] as Terms),
  }));
  return (question) => {
    const query = weigh(termsOf(question));
    return entries
      .map(({ passage, asks, all, body }) => ({
        passage,
        score:
          CLOSEST_ASK * Math.max(0, ...asks.map((ask) => dot(query, ask))) +
          ALL_ASKS * dot(query, all) +
          BODY * dot(query, body),
      }))
      .sort((a, b) => b.score - a.score);
  };
}

type Vector = ReadonlyMap<string, number>;

function union(list: readonly Terms[]): Terms {
  const sum = new Map<string, number>();
  for (const terms of list) for (const [term, n] of terms) sum.set(term, (sum.get(term) ?? 0) + n);
  return sum;
}

function inverseFrequency(...fields: Array<readonly Terms[]>): (term: string) => number {
  const counts = new Map<string, number>();
  const total = fields[0]?.length ?? 0;
  for (let i = 0; i < total; i++) {
    const present = new Set(fields.flatMap((field) => [...(field[i] ?? new Map()).keys()]));
    for (const term of present) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const rarest = Math.log(1 + total);
  return (term) => {
    const n = counts.get(term);
    return n === undefined ? rarest : Math.log(1 + total / n);
  };
}

function weighted(terms: Terms, idf: (term: string) => number): Vector {
  return new Map([...terms].map(([term, n]) => [term, (1 + Math.log(n)) * idf(term)]));
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector.values()) || 1;
  return new Map([...vector].map(([term, x]) => [term, x / length]));
}

function dot(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, x] of small) sum += x * (large.get(term) ?? 0);
  return sum;
}
