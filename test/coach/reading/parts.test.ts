import { describe, expect, it } from 'vitest';
import { areInOrder, findParts, PARTS } from '../../../src/coach/reading/parts.ts';
import type { Reading } from '../../../src/coach/reading/reader.ts';
import { ROLE_KEYS } from '../../../src/coach/reading/roles.ts';
import { parseStatement } from '../../../src/coach/text/statement.ts';

/** Reads a text in which the first word of each sentence names its role. */
function reading(text: string, whole: Record<string, number> = {}): Reading {
  const statement = parseStatement(text);
  const roles = statement.sentences.map(({ tokens }) => {
    const said = tokens[0]?.form;
    const account = said === 'a' || said === 'x' ? 0.9 : 0;
    const row = Object.fromEntries(ROLE_KEYS.map((role) => [role, role === said ? 0.9 : 0.01]));
    return { ...row, account } as Reading['roles'][number];
  });
  return {
    kind: 'statement',
    statement,
    topic: '',
    roles,
    account: { sentences: [], words: 0, share: 0, paragraphs: 0 },
    whole,
    thresholds: Object.fromEntries(PARTS.map((part) => [`missing:${part}`, 0.4])),
    flags: new Set(),
  };
}

const WHOLE = 'V scene.\n\nD rotation.\n\nA score. X reason.\n\nS method. G result.\n\nP clinic.';
const doubts = (doubt: number) =>
  Object.fromEntries(PARTS.map((part) => [`missing:${part}`, doubt]));

describe('a part', () => {
  it.each([
    [0, 'present'],
    [0.39, 'present'],
    [0.4, 'weak'],
    [0.6, 'weak'],
    [0.62, 'missing'],
    [1, 'missing'],
  ])('of which the whole doubts %d is %s', (doubt, status) => {
    const found = findParts(reading(WHOLE, doubts(doubt)));
    expect(found.map((part) => part.part)).toEqual([...PARTS]);
    for (const part of found) expect(part.status).toBe(status);
  });
  it('stands in the paragraphs that carry it, with its clearest sentence', () => {
    const found = findParts(reading(WHOLE));
    expect(found.map(({ paragraphs }) => paragraphs)).toEqual([[0], [1], [2], [3], [4]]);
    const quotes = found.map(({ quote }) => WHOLE.slice(quote?.start, quote?.end));
    expect(quotes).toEqual(['V scene.', 'D rotation.', 'A score.', 'S method.', 'P clinic.']);
  });
  it('may stand in two paragraphs, and two parts in one', () => {
    const found = findParts(reading('V scene. D rotation.\n\nD lab.\n\nW wish.'));
    expect(found[0]?.paragraphs).toEqual([0]);
    expect(found[1]?.paragraphs).toEqual([0, 1]);
  });
  it('that is missing has no paragraph and no quote', () => {
    for (const { paragraphs, quote } of findParts(reading(WHOLE, doubts(1)))) {
      expect(paragraphs).toEqual([]);
      expect(quote).toBeUndefined();
    }
  });
});

describe('the parts that are there', () => {
  const ordered = (text: string, whole = {}) => {
    const read = reading(text, whole);
    return areInOrder(read, findParts(read));
  };
  it('are in order as the article has them', () => {
    expect(ordered(WHOLE)).toBe(true);
  });
  it('are out of order when one comes too early', () => {
    expect(ordered('P clinic.\n\nV scene.\n\nD rotation.\n\nA score.\n\nS method.')).toBe(false);
  });
  it('are in order when they share a paragraph', () => {
    expect(ordered('D rotation. V scene.\n\nA score.\n\nS method.\n\nP clinic.')).toBe(true);
  });
  it('go by their sentences in a draft of one block', () => {
    expect(ordered('V scene. D rotation. A score. S method. P clinic.')).toBe(true);
    expect(ordered('P clinic. V scene. D rotation. A score. S method.')).toBe(false);
  });
  it('do not count the parts that are missing', () => {
    const text = 'P clinic.\n\nV scene.\n\nD rotation.\n\nA score.\n\nS method.';
    expect(ordered(text, { 'missing:vision': 1 })).toBe(true);
  });
});
