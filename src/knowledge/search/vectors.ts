import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What words mean, as points: words that are used alike lie close together. */
export interface WordVectors {
  dimensions: number;
  /** The row of a word, or undefined for a word that is not known. */
  rowOf(word: string): number | undefined;
  /** All rows one after the other, `dimensions` signed bytes each. */
  rows: Int8Array;
}

/**
 * Reads `knowledge/reader/words.txt` and `words.i8`, which `npm run words` makes from GloVe
 * (Pennington, Socher and Manning 2014; public domain).
 */
export function loadWordVectors(root: string): WordVectors {
  const words = readFileSync(join(root, 'reader/words.txt'), 'utf8').trimEnd().split('\n');
  const bytes = readFileSync(join(root, 'reader/words.i8'));
  const index = new Map(words.map((word, i) => [word, i]));
  return {
    dimensions: bytes.length / words.length,
    rowOf: (word) => index.get(word),
    rows: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  };
}
