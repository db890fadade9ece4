import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  documentOf,
  docx,
  docxElsewhere,
  docxParts,
  paragraph,
} from '../../documents/make/docx.ts';
import { zip } from '../../documents/make/zip.ts';
import { door, type Given } from '../command-line.ts';
import { DRAFT, MB } from '../draft.ts';

const word = door('a Word file');
const reviewed = /What stands|Fix this first/;
const body = DRAFT.split('\n\n')
  .map((one) => paragraph(one))
  .join('');
type Make = () => Uint8Array;
const review = (make: Make): Given => ({ args: ['review', 'a.docx'], files: { 'a.docx': make } });
/** Read and given back, which changes it. */
const back = (make: Make): Given => ({
  args: ['review', '--json', 'a.docx', '--docx', 'b.docx'],
  files: { 'a.docx': make },
});
/** With another part beside the document. */
const beside = (name: string, data: string | Buffer, document?: string): Buffer =>
  zip([...docxParts(body, document), { name, data }]);
const doctype = (declared: string, text = '&x;') =>
  zip(
    docxParts(
      '',
      documentOf(paragraph(text)).replace('<w:document', `<!DOCTYPE w ${declared}><w:document`),
    ),
  );
const entities = [...'bcdefghij'].map(
  (name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`,
);
const deep = (count: number) =>
  docx('<w:tbl><w:tr><w:tc>'.repeat(count) + '</w:tc></w:tr></w:tbl>'.repeat(count));
/** An archive whose directory lists the same part very often. */
function overlapping(): Buffer {
  const one = zip([...docxParts(body), { name: 'a.bin', data: Buffer.alloc(2 * MB) }]);
  const end = one.length - 22;
  const from = one.readUInt32LE(end + 16);
  const entry = one.subarray(one.lastIndexOf('PK\x01\x02', end), end);
  const tail = Buffer.from(one.subarray(end));
  for (const at of [8, 10]) tail.writeUInt16LE(4 + 5_000, at);
  tail.writeUInt32LE(end - from + entry.length * 5_000, 12);
  return Buffer.concat([one.subarray(0, end), ...Array(5_000).fill(entry), tail]);
}
const flagged = (bits: number) => {
  const file = Buffer.from(docx(body));
  for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4))
    file.writeUInt16LE(bits, at + 8);
  return file;
};

/** What should be a Word file. */
export const wordFiles = [
  word('a part of 300 MB', 2, /unpacks to far more/, {
    ...review(() => beside('word/media/a.png', Buffer.alloc(300 * MB))),
  }),
  word(
    'a text of 200 MB',
    2,
    /unpacks to far more/,
    review(() => docx(paragraph('a'.repeat(200 * MB)))),
  ),
  word('the same, called 1,000 bytes', 2, /./, {
    ...review(() =>
      zip(docxParts(paragraph('a'.repeat(200 * MB))).map((one) => ({ ...one, declares: 1_000 }))),
    ),
  }),
  word(
    '3,000,000 empty paragraphs',
    2,
    /unpacks to far more/,
    review(() => docx('<w:p/>'.repeat(3_000_000))),
  ),
  word(
    '490,000 empty paragraphs',
    2,
    /more work|no text/,
    review(() => docx('<w:p/>'.repeat(490_000))),
  ),
  word('as many in a part of another name', 2, /more work|no text|unpacks/, {
    ...review(() => docxElsewhere('<w:p/>'.repeat(3_900_000))),
  }),
  word('tables 50,000 deep', 2, /./, { ...review(() => deep(50_000)) }),
  word(
    'tables 300 deep, to be given back',
    2,
    /./,
    back(() => deep(300)),
  ),
  word('entities for a billion words', 2, /damaged|more work|no text/, {
    ...review(() => doctype(`[<!ENTITY a "lol ">${entities.join('')}]`, '&j;')),
  }),
  word('an entity that is this machine’s passwords', 2, /damaged|no text/, {
    ...review(() => doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]')),
  }),
  word('a relation to a template elsewhere', 0, reviewed, {
    args: ['review', 'a.docx'],
    prepare: (folder, { trap }) => trapped(folder, trap.url),
    short: true,
  }),
  word(
    'macros',
    0,
    reviewed,
    review(() => beside('word/vbaProject.bin', Buffer.alloc(5_000, 7))),
  ),
  word('macros, to be given back', 0, /"words"/, {
    ...back(() => beside('word/vbaProject.bin', Buffer.alloc(5_000, 7))),
  }),
  word(
    'a part whose name goes up and out',
    2,
    /damaged/,
    review(() => beside('../../../evil', 'x')),
  ),
  word(
    'cut off in the middle',
    2,
    /damaged/,
    review(() => docx(body).subarray(0, 900)),
  ),
  word(
    'its directory alone',
    2,
    /./,
    review(() => docx(body).subarray(-250)),
  ),
  word(
    'two letters that say archive, and nothing',
    2,
    /damaged/,
    review(() => Buffer.from('PK\x03\x04')),
  ),
  word('random bytes of an archive', 2, /damaged/, {
    ...review(() => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(90_000, 0x9d)])),
  }),
  word(
    'a directory that lists one part 5,000 times',
    2,
    /unpacks|damaged|more work/,
    review(overlapping),
  ),
  word('60,000 empty parts', 2, /./, {
    ...review(() => zip(Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}`, data: '' })))),
  }),
  word(
    'encrypted parts',
    2,
    /damaged/,
    review(() => flagged(1)),
  ),
  word(
    'no document in it',
    2,
    /not a Word document/,
    review(() => zip([{ name: 'a', data: 'b' }])),
  ),
  word(
    'a document of no XML',
    2,
    /damaged|no text/,
    review(() => zip(docxParts('', 'nothing of the kind'))),
  ),
  word('a document that never ends', 2, /damaged|no text/, {
    ...review(() => zip(docxParts('', `${documentOf(body).slice(0, -40)}<w:p><w:r>`))),
  }),
  word('XML in UTF-16 that says UTF-8', 2, /damaged|no text|bytes/, {
    ...review(() =>
      zip(
        docxParts('').map((one, i) =>
          i === 2 ? { ...one, data: Buffer.from(documentOf(body), 'utf16le') } : one,
        ),
      ),
    ),
  }),
  word('elements that are called as what every object has', 0, /"words"/, {
    ...back(() =>
      docx(
        `${body}<w:p><w:r><w:toString/><w:__proto__/><w:constructor/><w:t>And so on.</w:t></w:r></w:p>`,
      ),
    ),
  }),
  word('an attribute of 2 MB', 0, reviewed, {
    ...review(() => docx(`<w:p w:a="${'a'.repeat(2 * MB)}"/>${body}`)),
  }),
  word('20,000 runs, to be given back', 2, /more work/, {
    ...back(() => docx(`${body}${paragraph(...Array(20_000).fill('ab '))}`)),
  }),
  word(
    'words that steer a terminal',
    0,
    reviewed,
    review(() => docx(paragraph(`${DRAFT} &#x9b;31m`))),
  ),
  word('a Word file that is called a PDF', 0, reviewed, {
    args: ['review', 'a.pdf'],
    files: { 'a.pdf': () => docx(body) },
  }),
];

/** A Word file with all that may lie elsewhere. */
function trapped(folder: string, url: string): void {
  const relation = (id: string, type: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${url}/${type}" TargetMode="External"/>`;
  const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['attachedTemplate', 'image', 'hyperlink', 'oleObject', 'subDocument'].map((type, i) => relation(`rId${i}`, type)).join('')}</Relationships>`;
  const document = documentOf(
    `${body}<w:p><w:hyperlink r:id="rId2">${'<w:r><w:t>Here.</w:t></w:r>'}</w:hyperlink></w:p>`,
  );
  writeFileSync(
    join(folder, 'a.docx'),
    beside('word/_rels/document.xml.rels', relations, document),
  );
}
