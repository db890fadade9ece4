import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStyle, plain, quoted } from '../../src/terminal/style.ts';
import { anyText } from '../coach/support.ts';

const style = createStyle(false);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const STEERING = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const WORDS = 'Two or three such facts do more than a paragraph of resolve, and then some more.';

describe('wrapped text', () => {
  it('never passes 80 columns, whatever the indent and the words', () => {
    const word = fc.stringMatching(/^[!-~]{1,120}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.nat(20), (words, indent) => {
        const lines = style.wrap(words.join(' '), indent).split('\n');
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
        expect(lines.join('').replace(/ /g, '')).toBe(words.join(''));
      }),
    );
  });
  it('goes by the terminal where that is narrower, and stays readable where it is tiny', () => {
    const widest = (columns: number) =>
      Math.max(
        ...createStyle(false, columns)
          .wrap(WORDS, 2)
          .split('\n')
          .map((l) => l.length),
      );
    expect([widest(60) <= 60, widest(10) > 10, widest(400) <= 80]).toEqual([true, true, true]);
  });
  it('hangs from what leads it', () => {
    const [first = '', second = ''] = style.wrap(WORDS, 6, '   +').split('\n');
    expect(first).toMatch(/^ {3}\+ {2}Two or/);
    expect(second).toMatch(/^ {6}\S/);
  });
  it('keeps no spaces at the ends of lines', () => {
    expect(style.wrap('one\n\n two ', 4)).toBe('    one\n\n    two');
  });
});

describe('a person’s text on screen', () => {
  it('can’t steer the terminal', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const shown of [plain(text), quoted(text)]) expect(shown).not.toMatch(STEERING);
      }),
    );
  });
  it('is cut at a word’s end', () => {
    expect(quoted(WORDS, 22)).toBe('“Two or three such …”');
    expect(quoted(WORDS)).toBe(`“${WORDS}”`);
  });
  it('has colour only where there is some', () => {
    expect(createStyle(true).warn('x')).toBe('\u001b[33mx\u001b[39m');
    expect(style.warn('x')).toBe('x');
  });
});
