import { describe, expect, it } from 'vitest';
import { reviewStatement } from '../../src/coach/review.ts';
import { knowledge } from './support.ts';

const ports = { reader: knowledge.reader(), criteria: knowledge.statementCriteria() };

/** How long a review takes, in milliseconds. */
function timed(text: string): number {
  const from = performance.now();
  reviewStatement(text, ports);
  return performance.now() - from;
}

/** What a review of a text of any shape may take: a person waits, and a server has one thread. */
const MOST_MS = 800;

describe('a review takes no time to speak of', () => {
  it('of an ordinary page', () => {
    const page = `${'I held the wire and counted the seconds. '.repeat(25)}\n\n`.repeat(4);
    expect(timed(page)).toBeLessThan(MOST_MS);
  });
  it('of prose at the limit of ERAS', () => {
    const page = `${'I held the wire and counted the seconds. '.repeat(25)}\n\n`.repeat(27);
    expect(timed(page)).toBeLessThan(4 * MOST_MS);
  });
  it('of one endless word, of spaces, and of brackets', () => {
    for (const piece of ['a', ' ', '"', '(', '-', '.', '1', 'MRN ', 'I ']) {
      expect(timed(`x${piece.repeat(20_000)}x`), piece).toBeLessThan(4 * MOST_MS);
    }
  });
  it('of very many very short sentences', () => {
    expect(timed('x! '.repeat(5_000))).toBeLessThan(2 * MOST_MS);
  });
  it('of very many line breaks', () => {
    expect(timed(`x${'\n'.repeat(60_000)}x`)).toBeLessThan(MOST_MS);
  });
});
