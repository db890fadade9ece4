import { describe, expect, it } from 'vitest';
import { reviewStatement } from '../../src/coach/review.ts';
import { knowledge } from './support.ts';

const ports = { reader: knowledge.reader(), criteria: knowledge.statementCriteria() };

/**
 * What is read in a time that grows faster than its length would take minutes at these lengths, and
 * is cut off; how long it takes is for the benchmark.
 */
const CUT_OFF = 20_000;

const SENTENCE = 'I held the wire and counted the seconds. ';

describe('a review comes to its end', { timeout: CUT_OFF }, () => {
  it.each([
    ['prose at the limit of ERAS', `${SENTENCE.repeat(25)}\n\n`.repeat(27)],
    ['very many very short sentences', 'x! '.repeat(5_000)],
    ['very many line breaks', `x${'\n'.repeat(60_000)}x`],
    ...['a', ' ', '"', '(', '-', '.', '1', 'MRN ', 'I '].map((piece) => [
      `one endless run of ${JSON.stringify(piece)}`,
      `x${piece.repeat(20_000)}x`,
    ]),
  ])('of %s', (_, text = '') => {
    expect(reviewStatement(text, ports).characters).toBe(text.trim().length);
  });
});
