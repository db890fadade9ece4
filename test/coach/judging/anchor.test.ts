import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnchor, createQuoter } from '../../../src/coach/judging/anchor.ts';

const TEXT =
  'She said, “It’s the left one.” I held the wire — barely —\nand waited.  The clot\u200b came out… in one piece 🩸 at last.';

const quoteIn = (text: string, quote: string) => {
  const span = createAnchor(text)(quote);
  return span && text.slice(span.start, span.end);
};

describe('a quote is found to the letter of the text', () => {
  it.each([
    ['as it stands', 'I held the wire — barely', 'I held the wire — barely'],
    [
      'with straight quotation marks',
      `She said, "It's the left one.`,
      'She said, “It’s the left one',
    ],
    ['with a hyphen for a dash', 'wire - barely - and waited', 'wire — barely —\nand waited'],
    ['with two hyphens for a dash', 'wire -- barely -- and waited', 'wire — barely —\nand waited'],
    ['in another case', 'i HELD the wire', 'I held the wire'],
    ['with one space for several', 'and waited. The clot', 'and waited.  The clot'],
    ['without what nobody sees', 'The clot came out', 'The clot\u200b came out'],
    ['with three dots for an ellipsis', 'came out... in one piece', 'came out… in one piece'],
    ['in quotation marks of its own', '"I held the wire"', 'I held the wire'],
    ['with dots where it was cut', '…held the wire — barely…', 'held the wire — barely'],
    ['with a full stop that is not there', 'I held the wire.', 'I held the wire'],
    ['up to an emoji', 'in one piece 🩸', 'in one piece 🩸'],
  ])('%s', (_, quote, found) => {
    expect(quoteIn(TEXT, quote)).toBe(found);
  });
});

describe('a quote from a text of another hand', () => {
  it.each([
    [
      'with accents put together',
      'The cafe\u0301 on Re\u0301union closed.',
      'The café on Réunion',
      'The cafe\u0301 on Re\u0301union',
    ],
    [
      'with accents left out',
      'The café on Réunion closed.',
      'the cafe on Reunion',
      'The café on Réunion',
    ],
    [
      'with ligatures of a file',
      'A ﬁnal diﬃcult eﬀort.',
      'a final difficult effort',
      'A ﬁnal diﬃcult eﬀort',
    ],
    ['up to an accent', 'It was passe\u0301, they said', 'It was passé', 'It was passe\u0301'],
    [
      'that begins a word elsewhere',
      'The heart of the matter is the art of the wire.',
      'art of the',
      'art of the',
    ],
  ])('%s', (_, text, quote, found) => {
    expect(quoteIn(text, quote)).toBe(found);
  });
  it('is not found inside a word', () => {
    expect(quoteIn('They blamed themselves', 'blamed them')).toBeUndefined();
    expect(quoteIn('The heart of the matter', 'art of the')).toBeUndefined();
  });
  it('is sought from a place on, where one is given', () => {
    const text = 'I failed it. I failed it.';
    expect(createAnchor(text)('I failed it', 3)?.start).toBe(13);
    expect(createAnchor(text)('I failed it', 20)).toBeUndefined();
  });
});

describe('a quote that is too long to point at anything', () => {
  it('ends with a sentence', () => {
    const text = 'I held the wire for the fellow. '.repeat(40).trim();
    const span = createQuoter(text)(text);
    const quote = text.slice(span?.start, span?.end);
    expect(quote.split(' ').length).toBeLessThanOrEqual(60);
    expect(quote.endsWith('fellow.')).toBe(true);
  });
  it('ends with a word, where no sentence ends', () => {
    const text = 'and then I held the wire '.repeat(40).trim();
    const span = createQuoter(text)(text);
    const words = text.slice(span?.start, span?.end).split(' ');
    expect(words.length).toBeGreaterThan(20);
    expect(words.length).toBeLessThanOrEqual(60);
    expect(text.split(' ').slice(0, words.length)).toEqual(words);
  });
});

describe('what is not there has no place', () => {
  it.each([
    ['other words', 'I dropped the wire and waited'],
    ['words from two places', 'I held the wire in one piece'],
    ['too little to be anywhere in particular', 'the'],
    ['nothing', ''],
    ['punctuation', '“—…”'],
  ])('%s', (_, quote) => {
    expect(quoteIn(TEXT, quote)).toBeUndefined();
  });
});

describe('of any text', () => {
  it('each longer stretch is found, and what is found reads as the stretch does', () => {
    const stretch = fc
      .tuple(fc.string({ unit: 'grapheme', minLength: 12, maxLength: 80 }), fc.nat(), fc.nat())
      .map(([text, a, b]) => ({ text, from: a % text.length, to: b % text.length }));
    fc.assert(
      fc.property(stretch, ({ text, from, to }) => {
        const quote = text.slice(Math.min(from, to), Math.max(from, to));
        const found = quoteIn(text, quote);
        const bare = (s: string) => s.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
        // Half of a character is found as the whole of it.
        if (found !== undefined && !/\p{Cs}/u.test(quote)) expect(bare(found)).toBe(bare(quote));
      }),
      { numRuns: 2000 },
    );
  });
  it('no quote breaks it, and its offsets lie in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, quote) => {
        const span = createAnchor(text)(quote);
        if (!span) return;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.start).toBeLessThan(span.end);
      }),
    );
  });
});
