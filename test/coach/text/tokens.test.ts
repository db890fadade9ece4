import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, tokens } from '../../../src/coach/text/tokens.ts';
import { plainWords } from '../support.ts';

const forms = (text: string) => tokens(text, { start: 0, end: text.length }).map((t) => t.form);

describe('tokens', () => {
  it.each([
    ['I Failed', ['i', 'failed']],
    ['didn’t DON’T', ["didn't", "don't"]],
    ['well-rounded', ['well', 'rounded']],
    ['yes, no; (so) — ok?!', ['yes', ',', 'no', ';', '(', 'so', ')', '—', 'ok', '?!']],
    ['naïve Señora', ['naïve', 'señora']],
    ['“Go.”', ['“', 'go', '.', '”']],
    ['done 🙂', ['done', '🙂']],
    ['', []],
  ])('of %s', (text, wanted) => {
    expect(forms(text)).toEqual(wanted);
  });
  it.each([
    ['204', '#score'],
    ['799', '#score'],
    ['800', '#'],
    ['2021', '#year'],
    ['1999', '#year'],
    ['2100', '#'],
    ['1st', '#th'],
    ['22ND', '#th'],
    ['3', '3'],
    ['42', '#'],
    ['12am', '#'],
  ])('tell numbers by their kind: %s', (text, wanted) => {
    expect(forms(text)).toEqual([wanted]);
  });
  it('know where they stand in the whole text', () => {
    const text = 'Before. I didn’t pass. After.';
    const found = tokens(text, { start: 8, end: 22 });
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'I',
      'didn’t',
      'pass',
      '.',
    ]);
  });
  it('of one text are the same every time', () => {
    expect(forms('One two.')).toEqual(forms('One two.'));
  });
});

describe('countWords', () => {
  it.each([
    ['', 0],
    ['   \n ', 0],
    ['— … !', 0],
    ['one', 1],
    ['well-rounded people', 2],
    ['a — b', 2],
    ['28,000 characters', 2],
    ['one\ntwo\u00a0three\ttwo', 4],
    ['漢字', 1],
  ])('of %j is %i', (text, wanted) => {
    expect(countWords(text)).toBe(wanted);
  });
  it('is what a split on white space gives for ordinary text', () => {
    fc.assert(
      fc.property(plainWords, fc.constantFrom(' ', '\n', '  ', '\r\n', '\n\n'), (words, space) => {
        expect(countWords(words.join(space))).toBe(words.length);
      }),
    );
  });
});
