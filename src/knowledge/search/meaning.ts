import { tokens } from '../../coach/text/tokens.ts';
import { columns } from './columns.ts';
import { add, dot, lengthOf, matrixOf, products, scale } from './directions.ts';
import type { WordVectors } from './vectors.ts';

/** How alike texts are, -1 to 1, by what their words mean and not by which they are. */
export interface Meaning {
  /** For each of the groups given at the start the mean of those of its texts that are most like this one. */
  alike(text: string): number[];
}

/** A group is as close as this many of its closest texts, on the mean. */
const CLOSEST = 5;

/** A word in this many of the texts weighs half as much as one that is hardly used. */
const COMMON = 30;
/** A word in more than this share of the texts ("how", "my") tells nothing, and is a third of all words. */
const EVERYWHERE = 1 / 16;

/**
 * Compares any text to fixed groups of texts. Each text is a direction: the mean of what its words
 * mean, rare words first, less what all texts share. Because that is a sum over words, a question is
 * compared with each word that the texts use, once, and each text adds up what its words came to.
 */
export function createMeaning(
  groups: ReadonlyArray<readonly string[]>,
  vectors: WordVectors,
): Meaning {
  const { dimensions } = vectors;
  const texts = groups.flat();
  const lists = texts.map(wordsOf);
  const uses = new Map<string, number>();
  for (const list of lists)
    for (const word of new Set(list)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const weightOf = (word: string) => 1 / (1 + (uses.get(word) ?? 0) / COMMON);
  const tells = (word: string) =>
    (uses.get(word) ?? 0) <= Math.max(COMMON, texts.length * EVERYWHERE);
  const known = [...uses.keys()].filter((word) => tells(word) && vectors.rowOf(word) !== undefined);
  const weights = Float64Array.from(known, weightOf);
  const points = matrixOf(known, vectors);
  const used = columns(lists, new Map(known.map((word, i) => [word, i])));

  const lengths = new Float64Array(texts.length).fill(1);
  const shared = new Float64Array(dimensions);
  const sum = new Float64Array(dimensions);
  for (let text = 0; text < texts.length; text++) {
    sum.fill(0);
    for (const word of used.of(text)) add(sum, points, word * dimensions, weights[word] as number);
    lengths[text] = lengthOf(sum);
    for (let d = 0; d < dimensions; d++)
      shared[d] =
        (shared[d] as number) + (sum[d] as number) / (lengths[text] as number) / texts.length;
  }
  // The length of a direction once what is shared is taken away, by the law of cosines.
  // Two lists for all questions: to make them anew each time is a fifth of a search.
  const worth = new Float64Array(known.length);
  const sums = new Float64Array(texts.length);
  used.sums(products(points, weights, shared, worth), sums);
  const apart = sums.map((product, text) => {
    const unit = used.of(text).length ? 1 : 0;
    const square = unit - (2 * product) / (lengths[text] as number) + dot(shared, shared);
    return 1 / (Math.sqrt(square) || 1);
  });
  const times = apart.map((one, text) => one / (lengths[text] as number));

  return {
    alike(text) {
      const point = new Float64Array(dimensions);
      for (const word of wordsOf(text)) {
        const row = vectors.rowOf(word);
        if (row !== undefined && tells(word))
          add(point, vectors.rows, row * dimensions, weightOf(word));
      }
      scale(point, 1 / lengthOf(point));
      for (let d = 0; d < dimensions; d++) point[d] = (point[d] as number) - (shared[d] as number);
      scale(point, 1 / lengthOf(point));
      const common = dot(point, shared);
      used.sums(products(points, weights, point, worth), sums);
      for (let i = 0; i < sums.length; i++)
        sums[i] = (sums[i] as number) * (times[i] as number) - common * (apart[i] as number);
      let from = 0;
      return groups.map(({ length }) => {
        from += length;
        return meanOfHighest(sums, from - length, from);
      });
    },
  };
}

/** The mean of the `CLOSEST` highest; kept in order as they are met, as nearly none is among them. */
function meanOfHighest(list: Float64Array, from: number, to: number): number {
  const most = new Array<number>(Math.min(CLOSEST, to - from)).fill(Number.NEGATIVE_INFINITY);
  const last = most.length - 1;
  for (let i = from; i < to; i++) {
    const one = list[i] as number;
    if (one <= (most[last] as number)) continue;
    let at = last;
    for (; at > 0 && one > (most[at - 1] as number); at--) most[at] = most[at - 1] as number;
    most[at] = one;
  }
  return most.reduce((sum, one) => sum + one, 0) / most.length;
}

function wordsOf(text: string): string[] {
  return tokens(text, { start: 0, end: text.length }).flatMap(
    ({ form }) => form.match(/\p{L}+/gu) ?? [],
  );
}
