import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { lock } from '../../documents/make/locked-pdf.ts';
import { FLATE, type PdfOptions, pdf, setBlocks, show } from '../../documents/make/pdf.ts';
import { door, type Given } from '../command-line.ts';
import { DRAFT, MB } from '../draft.ts';

const file = door('a PDF');
const reviewed = /What stands|Fix this first/;
const given = (make: () => Uint8Array): Given => ({
  args: ['review', 'a.pdf'],
  files: { 'a.pdf': make },
});
const lines = DRAFT.split('\n\n').map((one) => one.match(/.{1,80}(?: |$)/g) ?? []);
const page = show(setBlocks(lines));
const good = () => pdf([page]);
const goodText = () => good().toString('latin1');
const latin = (text: string) => Buffer.from(text, 'latin1');
/** The same, with something more in the catalog. */
const withCatalog = (more: string) =>
  latin(goodText().replace('/Type /Catalog', `/Type /Catalog ${more}`));
const twice: NonNullable<PdfOptions['filter']> = {
  name: '[/FlateDecode /FlateDecode]',
  encode: (plain) => deflateSync(deflateSync(plain, { level: 9 }), { level: 9 }),
};
/** Pages that all are the same object, in trees of trees. */
const onePageOften = (count: number) =>
  latin(
    goodText().replace(
      /\/Kids \[[^\]]*\] \/Count 1/,
      `/Kids [${'4 0 R '.repeat(count)}] /Count ${count}`,
    ),
  );

/** What should be a PDF. */
export const pdfs = [
  file('a page of 200 MB', 2, /./, {
    ...given(() => pdf([Buffer.alloc(200 * MB, ' ')], { filter: FLATE })),
  }),
  file('3 KB that unpack twice, to 600 MB', 2, /./, {
    ...given(() => pdf([Buffer.alloc(600 * MB, ' ')], { filter: twice })),
  }),
  file('one text of 20 MB', 2, /./, {
    ...given(() =>
      pdf([`BT /F1 11 Tf 72 720 Td (${'a '.repeat(10 * MB)}) Tj ET`], { filter: FLATE }),
    ),
  }),
  file('2,000,000 texts on a page', 2, /./, {
    ...given(() =>
      pdf(['BT /F1 11 Tf 72 720 Td (a) Tj ET\n'.repeat(2_000_000)], { filter: FLATE }),
    ),
  }),
  file(
    '3,000 pages',
    0,
    reviewed,
    given(() => pdf(Array(3_000).fill(page), { filter: FLATE })),
  ),
  file(
    '5,000 times the same page',
    2,
    /damaged/,
    given(() => onePageOften(5_000)),
  ),
  file(
    '200,000 times the same page',
    2,
    /damaged/,
    given(() => onePageOften(200_000)),
  ),
  file('a count of pages that is made up', 0, reviewed, {
    ...given(() => latin(goodText().replace('/Count 1', '/Count 999999999'))),
  }),
  file('a tree of pages that holds itself', 2, /./, {
    ...given(() => latin(goodText().replace(/\/Kids \[[^\]]*\]/, '/Kids [2 0 R 2 0 R]'))),
    short: true,
  }),
  file('a form that draws itself', 0, reviewed, {
    ...given(() =>
      latin(
        goodText().replace(
          '/Font << /F1 3 0 R >>',
          '/Font << /F1 3 0 R >> /XObject << /X 5 0 R >>',
        ),
      ),
    ),
  }),
  file('marks that are opened 200,000 times', 2, /more work/, {
    ...given(() => pdf([`${'q '.repeat(200_000)}${page}`], { filter: FLATE })),
  }),
  file('lists 200,000 deep', 2, /./, {
    ...given(() =>
      latin(`%PDF-1.4\n1 0 obj\n${'['.repeat(200_000)}\nendobj\ntrailer << /Root 1 0 R >>`),
    ),
  }),
  file('dictionaries 100,000 deep', 2, /./, {
    ...given(() =>
      latin(`%PDF-1.4\n1 0 obj\n${'<</A '.repeat(100_000)}\nendobj\ntrailer << /Root 1 0 R >>`),
    ),
  }),
  file('a script that runs when it is opened', 0, reviewed, {
    ...given(() =>
      withCatalog('/OpenAction << /S /JavaScript /JS (app.launchURL("http://evil.example")) >>'),
    ),
  }),
  file('a program to be launched', 0, reviewed, {
    ...given(() => withCatalog('/OpenAction << /S /Launch /F (/bin/sh) >>')),
  }),
  file('a link and a file elsewhere', 0, reviewed, {
    args: ['review', 'a.pdf'],
    prepare: (folder, { trap }) =>
      writeFileSync(
        join(folder, 'a.pdf'),
        withCatalog(
          `/OpenAction << /S /URI /URI (${trap.url}/a) >> /AF [<< /Type /Filespec /FS /URL /F (${trap.url}/b) >>]`,
        ),
      ),
  }),
  file('another name for a font’s program code', 0, reviewed, {
    ...given(() =>
      latin(
        goodText().replace(
          '/BaseFont /Helvetica',
          '/BaseFont /Helvetica /FontMatrix [1 2 3 4 5 (0\\);process.exit\\(9\\)//)]',
        ),
      ),
    ),
  }),
  file(
    'a password',
    2,
    /password-protected/,
    given(() => pdf([page], { encryption: lock('secret', 'owner') })),
  ),
  file('encryption of a kind that is none', 2, /damaged/, {
    ...given(() =>
      latin(
        goodText().replace(
          '/Root 1 0 R',
          '/Root 1 0 R /Encrypt << /Filter /Made /V 99 >> /ID [<00> <00>]',
        ),
      ),
    ),
  }),
  file(
    'cut off in the middle',
    2,
    /./,
    given(() => good().subarray(0, good().length / 2)),
  ),
  file(
    'its first line alone',
    2,
    /damaged/,
    given(() => latin('%PDF-1.7\n')),
  ),
  file('its table of objects gone', 0, reviewed, {
    ...given(() => latin(goodText().replace(/xref[\s\S]*?trailer/, 'trailer'))),
  }),
  file('a table that points at itself', 0, reviewed, {
    ...given(() =>
      latin(
        goodText().replace(
          /trailer\n<</,
          (head) => `${head} /Prev ${goodText().lastIndexOf('xref\n0')}`,
        ),
      ),
    ),
  }),
  file('a table that points beyond the end', 0, reviewed, {
    ...given(() => latin(goodText().replace(/startxref\n\d+/, 'startxref\n99999999999'))),
  }),
  file('a stream that says it is 2 GB', 0, reviewed, {
    ...given(() => latin(goodText().replace(/\/Length \d+/, '/Length 2147483647'))),
  }),
  file('the same number for every object', 2, /./, {
    ...given(() => latin(goodText().replace(/\n\d+ 0 obj/g, '\n1 0 obj'))),
  }),
  file('noise behind its first line', 2, /./, {
    ...given(() => Buffer.concat([latin('%PDF-1.7\n'), Buffer.alloc(3 * MB, 'obj << [ ( \u0001')])),
  }),
  file(
    'a picture of a text alone',
    2,
    /no text, only pictures/,
    given(() => pdf(['0 0 612 792 re f'])),
  ),
  file('words that steer a terminal', 0, reviewed, {
    ...given(() =>
      pdf([show(setBlocks(lines.map((one) => one.map((l) => `${l}\x1b[2J\x9b31m`))))]),
    ),
  }),
  file('letters a million points apart', 0, /./, {
    ...given(() =>
      pdf([show([...DRAFT].slice(0, 300).map((text, i) => ({ text, x: i * 1e6, y: -i * 1e6 })))]),
    ),
  }),
  file('a PDF that is called a Word file', 0, reviewed, {
    args: ['review', 'a.docx', '--docx', 'b.docx'],
    files: { 'a.docx': good },
  }),
];
