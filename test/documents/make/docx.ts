import { type Part, zip } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>`;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The package's relations, which say where the document is. */
const relations = (target: string) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="${target}"/></Relationships>`;

/** The parts of a Word file with this XML in its body; `document` replaces the whole XML. */
export function docxParts(body: string, document = documentOf(body)): Part[] {
  return [
    { name: '[Content_Types].xml', data: TYPES },
    { name: '_rels/.rels', data: relations('word/document.xml') },
    { name: 'word/document.xml', data: document },
  ];
}

export function docx(body: string): Buffer {
  return zip(docxParts(body));
}

export function documentOf(body: string): string {
  return `${HEAD}<w:document ${W}><w:body>${body}</w:body></w:document>`;
}

/** A Word file whose text is in a part of another name, beside a small `word/document.xml`. */
export function docxElsewhere(body: string, name = 'word/other.bin'): Buffer {
  const [types, , main] = docxParts(paragraph('Small.')) as [Part, Part, Part];
  return zip([
    types,
    { name: '_rels/.rels', data: relations(name) },
    main,
    { name, data: documentOf(body) },
  ]);
}

/** A paragraph of runs, the way Word cuts one sentence up. */
export function paragraph(...runs: string[]): string {
  return `<w:p>${runs.map(run).join('')}</w:p>`;
}

export function listItem(text: string): string {
  const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  return `<w:p>${numbered}${run(text)}</w:p>`;
}

export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
