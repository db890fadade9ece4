import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readDocument, readStreamAsText, refusal } from './helpers/read.ts';

const DRAFT = 'I didn’t plan it — “naïve”, a résumé says.\n\nThe second block: 100 µL.';
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('plain text', () => {
  it('reads UTF-8 to the letter', async () => {
    expect(await readDocument(Buffer.from(DRAFT))).toBe(DRAFT);
  });

  it('keeps the mark of UTF-8, so that offsets count from the start of the file', async () => {
    expect(await readDocument(Buffer.from(`\ufeff${DRAFT}`))).toBe(`\ufeff${DRAFT}`);
  });

  it('reads UTF-16 of either order, without its mark', async () => {
    expect(await readDocument(utf16(DRAFT))).toBe(DRAFT);
    expect(await readDocument(utf16(DRAFT).swap16())).toBe(DRAFT);
  });

  it('reads what no UTF-8 is as Windows-1252, with its curly quotes', async () => {
    const bytes = Buffer.from('It\x92s \x93mine\x94 \x96 na\xefve \x80 5.', 'latin1');
    expect(await readDocument(bytes)).toBe('It’s “mine” – naïve € 5.');
  });

  it('keeps line ends of every kind as they are', async () => {
    const text = 'One.\r\n\r\nTwo.\rThree.\n';
    expect(await readDocument(Buffer.from(text))).toBe(text);
  });

  it('reads letters and pictures beyond the basic plane', async () => {
    const text = 'Chère Zoë, 漢字, 👩‍⚕️ and 𝒻.';
    expect(await readDocument(Buffer.from(text))).toBe(text);
    expect(await readDocument(utf16(text))).toBe(text);
  });

  it('takes a sentence that begins like another kind of file for a sentence', async () => {
    for (const text of ['MZ was my first patient.', 'ID3 is a decision tree.', 'BM 2 years.'])
      expect(await readDocument(Buffer.from(text))).toBe(text);
  });

  it('reads a stream whose chunks cut letters in two', async () => {
    const bytes = [...Buffer.from(DRAFT)].map((byte) => Buffer.from([byte]));
    expect(await readStreamAsText(Readable.from(bytes))).toBe(DRAFT);
  });
});

describe('text that is no draft', () => {
  it('says that there is nothing in it', async () => {
    for (const text of ['', ' \t\r\n\n ', '\ufeff', '\u00a0\u200b', '— … !'])
      expect(await refusal(readDocument(Buffer.from(text)))).toMatch(/no text/i);
    expect(await refusal(readDocument(utf16(' ')))).toMatch(/no text/i);
    expect(await refusal(readStreamAsText(Readable.from([])))).toMatch(/no text/i);
  });

  it('refuses a file over 4 MB, and a stream as soon as it passes that', async () => {
    const five = Buffer.alloc(5 * 1024 * 1024, 'word ');
    expect(await refusal(readDocument(five))).toMatch(/over 4 MB/);
    let given = 0;
    const endless = async function* () {
      for (;;) yield Buffer.alloc(1024 * 1024, `${given++}`);
    };
    expect(await refusal(readStreamAsText(endless()))).toMatch(/over 4 MB/);
    expect(given).toBe(5);
  });

  it('tells how long a text is that is too long, and what a statement may have', async () => {
    const long = Buffer.from('word '.repeat(20_001));
    expect(await refusal(readDocument(long))).toMatch(/100,005 characters.*28,000/);
    expect(await readDocument(Buffer.from('word '.repeat(20_000)))).toHaveLength(100_000);
  });

  it('refuses bytes that are not text', async () => {
    expect(await refusal(readDocument(Buffer.from('A draft\0 with a hole.')))).toMatch(/not text/);
    expect(await refusal(readDocument(Buffer.from('No mark.', 'utf16le')))).toMatch(/not text/);
    expect(await refusal(readDocument(Buffer.alloc(1000)))).toMatch(/not text/);
  });
});
