/** What words mean, as points: words that are used alike lie close together. */
export interface WordVectors {
  dimensions: number;
  /** The row of a word, or undefined for a word that is not known. */
  rowOf(word: string): number | undefined;
  /** All rows one after the other, `dimensions` signed bytes each. */
  rows: Int8Array;
}

/** Of the 100 that GloVe has; with all 100 the same passages were found for wordings held back, in twice the time. */
export const DIMENSIONS = 48;

/**
 * Reads `knowledge/reader/words.txt` and `words.i8`, which `npm run words` makes from GloVe
 * (Pennington, Socher and Manning 2014; public domain). Undefined where they don't belong together.
 */
export function decodeVectors(list: string, bytes: Uint8Array): WordVectors | undefined {
  const words = list.trimEnd().split('\n');
  if (bytes.length !== words.length * DIMENSIONS) return undefined;
  const index = new Map(words.map((word, i) => [word, i]));
  return {
    dimensions: DIMENSIONS,
    rowOf: (word) => index.get(word),
    rows: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  };
}
