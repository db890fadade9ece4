import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { expectRefusedCheaply } from './helpers/child.ts';
import { documentOf, docx, docxElsewhere, docxParts, paragraph } from './make/docx.ts';
import { FLATE, pdf } from './make/pdf.ts';
import { zip } from './make/zip.ts';

const MB = 1024 * 1024;

/** Fails where the file is not as small as a file that somebody sends by surprise. */
function small(bytes: Buffer): Buffer {
  expect(bytes.length).toBeLessThan(MB);
  return bytes;
}

describe('a small file that unpacks to much', () => {
  it('is refused: a Word file with a part of 300 MB', () => {
    const part = { name: 'word/media/image1.png', data: Buffer.alloc(300 * MB) };
    const bomb = zip([...docxParts(paragraph('A draft.')), part]);
    expect(expectRefusedCheaply(small(bomb))).toMatch(/unpacks to far more/);
  });

  it('is refused: a Word file whose text has 200 MB', () => {
    const bomb = docx(paragraph('a'.repeat(200 * MB)));
    expect(expectRefusedCheaply(small(bomb))).toMatch(/unpacks to far more/);
  });

  it('is refused: the same, where the headers claim 1,000 bytes', () => {
    const parts = docxParts(paragraph('a'.repeat(200 * MB)));
    const lying = zip(parts.map((part, i) => (i === 2 ? { ...part, declares: 1_000 } : part)));
    expectRefusedCheaply(small(lying));
  });

  it('is refused: a Word file of 3,000,000 empty paragraphs', () => {
    expectRefusedCheaply(small(docx('<w:p/>'.repeat(3_000_000))));
  });

  it('is refused: one of 490,000, just below the limit on XML', () => {
    expectRefusedCheaply(small(docx('<w:p/>'.repeat(490_000))));
  });

  it('is refused: 3,900,000 empty paragraphs in a part that is not called XML', () => {
    expectRefusedCheaply(small(docxElsewhere('<w:p/>'.repeat(3_900_000))));
  });

  it('is refused: tables 50,000 deep', () => {
    const [open, close] = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'];
    expectRefusedCheaply(small(docx(open.repeat(50_000) + close.repeat(50_000))));
  });

  it('is refused: XML entities that stand for a billion words', () => {
    const entities = [...'bcdefghij'].map((name, i) => {
      const inner = `&${'abcdefghi'[i]};`;
      return `<!ENTITY ${name} "${inner.repeat(10)}">`;
    });
    const doctype = `<!DOCTYPE w [<!ENTITY a "lol ">${entities.join('')}]>`;
    const xml = documentOf(paragraph('&j;')).replace('<w:document', `${doctype}<w:document`);
    expectRefusedCheaply(small(zip(docxParts('', xml))));
  });

  it('is refused: a PDF whose page has 200 MB', () => {
    expectRefusedCheaply(small(pdf([Buffer.alloc(200 * MB, ' ')], { filter: FLATE })));
  });

  it('is refused: a PDF of 3 KB, packed twice', () => {
    const twice = (plain: Buffer) => deflateSync(deflateSync(plain, { level: 9 }), { level: 9 });
    const filter = { name: '[/FlateDecode /FlateDecode]', encode: twice };
    expectRefusedCheaply(small(pdf([Buffer.alloc(600 * MB, ' ')], { filter })));
  });

  it('is refused: a PDF of 20 KB that shows one text of 20 MB', () => {
    const page = `BT /F1 11 Tf 72 720 Td (${'a '.repeat(10_000_000)}) Tj ET`;
    expectRefusedCheaply(small(pdf([page], { filter: FLATE })));
  });

  it('is refused: a PDF that shows 2,000,000 texts', () => {
    const page = 'BT /F1 11 Tf 72 720 Td (a) Tj ET\n'.repeat(2_000_000);
    expectRefusedCheaply(small(pdf([page], { filter: FLATE })));
  });
});
