import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATEMENT_CHECKS } from '../../src/coach/checks/statement.ts';
import type { Finding } from '../../src/coach/finding.ts';
import { PARTS } from '../../src/coach/reading/parts.ts';
import { type Review, reviewStatement } from '../../src/coach/review.ts';
import { parseStatement } from '../../src/coach/text/statement.ts';
import { anyText, knowledge } from './support.ts';

const ports = { reader: knowledge.reader(), criteria: knowledge.statementCriteria() };
const review = (text: string) => reviewStatement(text, ports);
const flagsOf = ({ faults, notes }: Review) => [...faults, ...notes].map(({ flag }) => flag);
const all = ({ faults, notes }: Review): Finding[] => [...faults, ...notes];

/** A draft of so many words, told by somebody, and nothing else that could be flagged by counting. */
const draft = (words: number) =>
  Array.from({ length: words }, (_, i) => ['I', 'held', 'the', 'wire'][i % 4]).join(' ');

describe('a review of any text', () => {
  it('quotes to the letter, and says why, what to do and what to read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = review(text);
        for (const { quote, start, end, why, advice, reading } of all(found)) {
          expect(quote).toBe(text.slice(start, end));
          expect(Boolean(why && advice)).toBe(true);
          expect(knowledge.passages().has(reading)).toBe(true);
        }
        for (const { quote, start, end } of found.parts) {
          expect(quote).toBe(text.slice(start, end));
        }
      }),
    );
  });
  it('has all five parts, with paragraphs that exist and quotes that stand in them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { paragraphs } = parseStatement(text);
        const { parts } = review(text);
        expect(parts.map(({ part }) => part)).toEqual([...PARTS]);
        for (const part of parts) {
          expect(['present', 'weak', 'missing']).toContain(part.status);
          for (const index of part.paragraphs) expect(paragraphs[index]).toBeDefined();
          expect(part.paragraphs).toEqual([...new Set(part.paragraphs)].sort((a, b) => a - b));
          if (part.status !== 'missing') continue;
          expect(part).toMatchObject({ paragraphs: [], quote: '', start: 0, end: 0 });
        }
      }),
    );
  });
  it('gives equal results twice, and findings in the order of the registry', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = review(text);
        expect(review(text)).toEqual(once);
        const order = STATEMENT_CHECKS.map(({ flag }) => flag);
        for (const list of [once.faults, once.notes]) {
          const places = list.map(({ flag }) => order.indexOf(flag));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
    );
  });
  it('counts the setback within the whole', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, setback } = review(text);
        expect(setback.words).toBeLessThanOrEqual(words);
        expect(setback.share).toBeCloseTo(words ? setback.words / words : 0, 12);
        expect(setback.paragraphs).toBeLessThanOrEqual(parseStatement(text).paragraphs.length);
      }),
    );
  });
});

describe('a part that is there', () => {
  it.each(['', 'xyz', '...'])('stands somewhere, and can be quoted: %j', (text) => {
    for (const { part, status, paragraphs, quote } of review(text).parts) {
      if (status === 'missing') continue;
      expect(paragraphs, part).not.toEqual([]);
      expect(quote, part).not.toBe('');
    }
  });
});

describe('counts', () => {
  it.each([
    [28_000, false],
    [28_001, true],
  ])('%i characters are over the limit: %s', (characters, over) => {
    const text = 'The wire went through on the third try. '.repeat(800).slice(0, characters);
    const found = review(text.replace(/ $/, 'x'));
    expect(found.characters).toBe(characters);
    expect(flagsOf(found).includes('over-limit')).toBe(over);
  });
  it('leave out the white space around the draft', () => {
    const found = review(`\n\n  ${'a'.repeat(28_000)}  \n`);
    expect(found.characters).toBe(28_000);
    expect(flagsOf(found)).not.toContain('over-limit');
  });
  it.each([
    [850, false],
    [851, true],
  ])('%i words are over a page: %s', (words, over) => {
    const found = review(draft(words));
    expect(found.words).toBe(words);
    expect(flagsOf(found).includes('over-a-page')).toBe(over);
  });
  it.each([
    [149, false],
    [150, true],
  ])('%i words without a word of DR are noted: %s', (words, noted) => {
    const { faults, notes } = review(draft(words));
    expect(notes.some(({ flag }) => flag === 'ir-alone')).toBe(noted);
    expect(faults.map(({ flag }) => flag)).not.toContain('ir-alone');
  });
  it('of words are those of all sentences', () => {
    expect(review('One two — three.\n\nFour, five!').words).toBe(5);
  });
});

describe('a rubric without a criterion', () => {
  it('is named instead of leaving the finding out', () => {
    const criteria = new Map([...ports.criteria].filter(([id]) => id !== 'over-limit'));
    expect(() => reviewStatement('One.', { ...ports, criteria })).toThrow(/over-limit/);
  });
});
