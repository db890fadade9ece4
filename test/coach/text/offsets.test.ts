import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/coach/text/span.ts';
import { parseStatement, quoteOf } from '../../../src/coach/text/statement.ts';
import { anyText, plainWords } from '../support.ts';

/** White space, control characters and marks without a width of their own. */
const BLANK = /[\s\p{Cc}\u200b-\u200d\u202a-\u202e]/u;
/** The two white-space characters that `trimmed` leaves standing. */
const LEFT_STANDING = /[\u1680\u205f]/;

function expectTidy(text: string, spans: readonly Span[], { start, end }: Span): void {
  let from = start;
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(from);
    expect(span.end).toBeGreaterThan(span.start);
    const quote = quoteOf(text, span).replaceAll(new RegExp(LEFT_STANDING, 'g'), '_');
    expect(quote).toBe(quote.trim());
    from = span.end;
  }
  expect(from).toBeLessThanOrEqual(end);
}

/** The characters of a text that none of the spans holds. */
function outside(text: string, spans: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of spans) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

describe('in any text', () => {
  it('paragraphs come in order, inside the text, trimmed, and do not overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expectTidy(text, parseStatement(text).paragraphs, { start: 0, end: text.length });
      }),
    );
  });
  it('sentences come in order, inside their paragraph, trimmed, and do not overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { paragraphs, sentences } = parseStatement(text);
        expectTidy(text, sentences, { start: 0, end: text.length });
        paragraphs.forEach((paragraph, i) => {
          const inside = sentences.filter((sentence) => sentence.paragraph === i);
          expectTidy(text, inside, paragraph);
        });
      }),
    );
  });
  it('every character that can be seen stands in a paragraph and in a sentence', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { paragraphs, sentences } = parseStatement(text);
        for (const spans of [paragraphs, sentences]) {
          const lost = [...outside(text, spans)].filter((c) => !BLANK.test(c));
          expect(lost).toEqual([]);
        }
      }),
    );
  });
  it('tokens come in order, inside their sentence, and every letter is in one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const sentence of parseStatement(text).sentences) {
          let from = sentence.start;
          for (const token of sentence.tokens) {
            expect(token.start).toBeGreaterThanOrEqual(from);
            expect(token.form).not.toBe('');
            from = token.end;
          }
          expect(from).toBeLessThanOrEqual(sentence.end);
          const whole = quoteOf(text, sentence);
          const spans = sentence.tokens.map(({ start, end }) => ({
            start: start - sentence.start,
            end: end - sentence.start,
          }));
          expect(outside(whole, spans)).not.toMatch(/[\p{L}\p{N}]/u);
        }
      }),
    );
  });
});

describe('in ordinary text', () => {
  it('the words of the sentences are the words of the text', () => {
    fc.assert(
      fc.property(plainWords, fc.constantFrom(' ', '\n', '\n\n'), (words, space) => {
        expect(parseStatement(words.join(space)).words).toBe(words.length);
      }),
    );
  });
  it('white space that is rarely typed is white space too', () => {
    for (const space of ['\u1680', '\u205f']) {
      const text = `${space}One.${space}`;
      expect(parseStatement(text).paragraphs).toEqual([{ start: 1, end: 5 }]);
    }
  });
});
