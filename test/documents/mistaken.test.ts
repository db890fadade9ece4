import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClear, readDocument, refusal } from './helpers/read.ts';
import { docx, paragraph } from './make/docx.ts';
import { pdf, setBlocks, show } from './make/pdf.ts';
import { zip } from './make/zip.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const hex = (head: string) => Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(64, 3)]);

describe('what people send by mistake', () => {
  it.each([
    ['a PNG', PNG, /picture \(PNG\)/],
    ['a JPEG', hex('ffd8ffe000104a464946'), /picture \(JPEG\)/],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), /picture \(GIF\)/],
    ['an old Word file', hex('d0cf11e0a1b11ae1'), /old Word file \(\.doc\)/],
    ['a web page', Buffer.from('\ufeff<!DOCTYPE html>\n<html><p>Hi'), /web page \(HTML\)/],
    ['rich text', Buffer.from('{\\rtf1\\ansi My statement.\\par}'), /rich-text file \(\.rtf\)/],
    ['a gzip archive', hex('1f8b0800'), /compressed archive/],
    ['a 7-Zip archive', hex('377abcaf271c0004'), /compressed archive/],
    ['a sound', Buffer.from('OggS\0\x02\0\0\0\0', 'latin1'), /sound file/],
    ['a program', hex('7f454c4602010100'), /program/],
  ])('names %s and says what to send', async (_, bytes, said) => {
    const message = await refusal(readDocument(bytes));
    expect(message).toMatch(said);
    expect(message).toContain('.docx');
  });

  it('says of a zip without a document that it is no Word file', async () => {
    const archive = zip([{ name: 'holiday.txt', data: 'Not a draft.' }]);
    expect(await refusal(readDocument(archive))).toMatch(/not a Word document/);
  });

  it('says of a spreadsheet, which is built alike, that it is no Word file', async () => {
    const sheet = zip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'xl/workbook.xml', data: '<workbook/>' },
    ]);
    expect(await refusal(readDocument(sheet))).toMatch(/not a Word document/);
  });

  it('says something clear of an empty zip', async () => {
    await refusal(readDocument(zip([])));
  });
});

describe('any bytes', () => {
  const samples = [docx(paragraph('One short draft.')), pdf([show(setBlocks([['A draft.']]))])];

  /** Ends in a text with something in it, or in one clear line. */
  const endsWell = async (bytes: Uint8Array) => {
    try {
      expect(await readDocument(bytes)).toMatch(/[\p{L}\p{N}]/u);
    } catch (error) {
      if ((error as Error).name !== 'Unusable') throw error;
      expectClear((error as Error).message);
    }
  };

  it('end in a text or in one clear line', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    await fc.assert(fc.asyncProperty(bytes, endsWell), { numRuns: 300 });
  });

  it('end so too where a document has a byte changed or its end cut off', async () => {
    const damage = fc.record({
      sample: fc.constantFrom(...samples),
      at: fc.nat(2_000),
      byte: fc.nat(255),
      keep: fc.nat(2_000),
    });
    const damaged = fc.asyncProperty(damage, async ({ sample, at, byte, keep }) => {
      const bytes = Buffer.from(sample);
      bytes[at % bytes.length] = byte;
      await endsWell(keep % 2 ? bytes : bytes.subarray(0, 4 + (keep % bytes.length)));
    });
    await fc.assert(damaged, { numRuns: 30 });
  });
});
