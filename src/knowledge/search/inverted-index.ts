import type { Terms } from './terms.ts';

/** Scores every document of an index for a query, by the cosine of their weighted terms. */
export type Index = (query: Terms) => Float64Array;

/** An inverted index: only documents that share a term with the query are touched. */
export function createIndex(documents: readonly Terms[], idf: (term: string) => number): Index {
  const postings = new Map<string, Array<{ document: number; weight: number }>>();
  documents.forEach((terms, document) => {
    for (const [term, weight] of unit(terms, idf)) {
      const list = postings.get(term);
      if (list) list.push({ document, weight });
      else postings.set(term, [{ document, weight }]);
    }
  });
  return (query) => {
    const scores = new Float64Array(documents.length);
    for (const [term, weight] of unit(query, idf))
      for (const posting of postings.get(term) ?? [])
        scores[posting.document] = (scores[posting.document] ?? 0) + weight * posting.weight;
    return scores;
  };
}

/** Logarithmic counts times IDF, scaled to length 1. */
function unit(terms: Terms, idf: (term: string) => number): Array<[string, number]> {
  const weighted = [...terms].map(([term, n]): [string, number] => [
    term,
    (1 + Math.log(n)) * idf(term),
  ]);
  const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
  return weighted.map(([term, weight]) => [term, weight / length]);
}
