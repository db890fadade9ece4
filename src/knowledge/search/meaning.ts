import { tokens } from '../../coach/text/tokens.ts';
import type { WordVectors } from './vectors.ts';

/** How alike two texts are, -1 to 1, by what their words mean and not by which they are. */
export interface Meaning {
  /** For each of the texts given at the start, how alike it is to this one. */
  alike(text: string): Float32Array;
}

/** A word in this many of the texts weighs half as much as one that is hardly used. */
const COMMON = 30;

/** Compares any text to a fixed list of texts. Costs about a microsecond for ten of them. */
export function createMeaning(texts: readonly string[], vectors: WordVectors): Meaning {
  const { dimensions } = vectors;
  const lists = texts.map(wordsOf);
  const uses = new Map<string, number>();
  for (const list of lists)
    for (const word of new Set(list)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const matrix = new Float32Array(lists.length * dimensions);
  const points = lists.map((list, i) => {
    const point = matrix.subarray(i * dimensions, (i + 1) * dimensions);
    return pointOf(list, uses, vectors, point);
  });
  const mean = new Float32Array(dimensions);
  for (const point of points)
    for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] ?? 0) + (point[d] ?? 0) / points.length;
  for (const point of points) centre(point, mean);
  return {
    alike(text) {
      const place = new Float32Array(dimensions);
      const point = centre(pointOf(wordsOf(text), uses, vectors, place), mean);
      const result = new Float32Array(points.length);
      for (let i = 0, at = 0; i < result.length; i++) {
        let sum = 0;
        for (let d = 0; d < dimensions; d++, at++)
          sum += (matrix[at] as number) * (point[d] as number);
        result[i] = sum;
      }
      return result;
    },
  };
}

function wordsOf(text: string): string[] {
  return tokens(text, { start: 0, end: text.length }).flatMap(
    ({ form }) => form.match(/\p{L}+/gu) ?? [],
  );
}

/** Fills `point`, all zeros, with the mean of what the words mean, rare words first, as a direction. */
function pointOf(
  words: readonly string[],
  uses: ReadonlyMap<string, number>,
  { dimensions, rowOf, rows }: WordVectors,
  point: Float32Array,
): Float32Array {
  for (const word of words) {
    const row = rowOf(word);
    if (row === undefined) continue;
    const weight = 1 / (1 + (uses.get(word) ?? 0) / COMMON);
    for (let d = 0; d < dimensions; d++)
      point[d] = (point[d] as number) + weight * (rows[row * dimensions + d] as number);
  }
  return unit(point);
}

/** Takes away what all texts share; in place, as there are thousands at every start. */
function centre(point: Float32Array, mean: Float32Array): Float32Array {
  for (let d = 0; d < point.length; d++) point[d] = (point[d] as number) - (mean[d] as number);
  return unit(point);
}

/** Brings a point to length 1, in place; one of length 0 stays. */
function unit(point: Float32Array): Float32Array {
  let sum = 0;
  for (let d = 0; d < point.length; d++) sum += (point[d] as number) ** 2;
  const length = Math.sqrt(sum) || 1;
  for (let d = 0; d < point.length; d++) point[d] = (point[d] as number) / length;
  return point;
}
