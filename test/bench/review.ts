import { text as alex } from 'alex';
import { retext } from 'retext';
import equality from 'retext-equality';
import indefiniteArticle from 'retext-indefinite-article';
import passive from 'retext-passive';
import readability from 'retext-readability';
import repeatedWords from 'retext-repeated-words';
import simplify from 'retext-simplify';
import writeGood from 'write-good';
import type { Coach } from '../../src/coach/coach.ts';
import { draftOf } from './texts.ts';
import { compare, exponent, ms } from './timing.ts';

const WORDS = 750;
const SIZES = [500, 1000, 2000, 4000, 8000] as const;
const DRAFTS = 12;

/** A review against what others do with the same draft, warm and in one process. */
export async function benchReview(coach: Coach): Promise<string[]> {
  const drafts = Array.from({ length: DRAFTS }, (_, i) => draftOf(WORDS, i));
  const draft = (turn: number) => drafts[turn % drafts.length] ?? '';
  const plugins = [
    equality,
    indefiniteArticle,
    passive,
    readability,
    repeatedWords,
    simplify,
  ] as const;
  const processor = plugins.reduce((chain, plugin) => chain.use(plugin), retext());
  const words = new Intl.Segmenter('en', { granularity: 'word' });
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  const timed = await compare(
    [
      { name: 'coach.review', run: (turn) => coach.review(draft(turn)) },
      {
        name: 'Intl.Segmenter, words and sentences',
        run: (turn) => count(words, draft(turn)) + count(sentences, draft(turn)),
      },
      { name: 'write-good', run: (turn) => writeGood(draft(turn)) },
      { name: 'alex', run: (turn) => alex(draft(turn)) },
      {
        name: `retext with ${plugins.length} plugins`,
        run: (turn) => processor.processSync(draft(turn)),
      },
    ],
    60,
    20,
  );
  return [
    `a draft of ${WORDS} words`,
    ...timed.map(
      ({ name, milliseconds, ratio }) =>
        `  ${name.padEnd(38)} ${ms(milliseconds)}   ${ratio.toFixed(2)} × a review`,
    ),
    ...(await growth(coach)),
  ];
}

async function growth(coach: Coach): Promise<string[]> {
  const drafts = SIZES.map((size) => Array.from({ length: 4 }, (_, i) => draftOf(size, i)));
  const timed = await compare(
    SIZES.map((size, k) => ({
      name: `${size}`,
      run: (turn: number) => coach.review(drafts[k]?.[turn % 4] ?? ''),
    })),
    20,
    4,
  );
  const points = timed.map(({ milliseconds }, k) => [SIZES[k] ?? 0, milliseconds] as const);
  return [
    `from ${SIZES[0]} to ${SIZES.at(-1)} words: exponent ${exponent(points).toFixed(2)}`,
    ...timed.map(({ name, milliseconds }) => `  ${name.padStart(5)} words ${ms(milliseconds)}`),
  ];
}

function count(segmenter: Intl.Segmenter, text: string): number {
  let pieces = 0;
  for (const _ of segmenter.segment(text)) pieces++;
  return pieces;
}
