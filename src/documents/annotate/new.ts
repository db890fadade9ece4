import JSZip from 'jszip';
import { fitForXml } from './letters.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const TYPES = `<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>
</Types>`;

const related = (type: string, target: string) =>
  `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

/** A serif of 12 points with room between lines and paragraphs. */
const STYLES = `<w:styles ${W}><w:docDefaults>
<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;

/** US letter with margins of an inch, in twentieths of a point. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>';

/** A Word file of a text: a paragraph for each block, a break for each single line end. */
export function newDocx(text: string): Promise<Uint8Array> {
  const blocks = fitForXml(text.replace(/^\ufeff/, ''))
    .split(/\r\n?|[\n\u2028\u2029]/)
    .join('\n')
    .split(/\n(?:[^\S\n]*\n)+/);
  const paragraphs = blocks.map((block) => `<w:p>${block.split('\n').map(run).join(BREAK)}</w:p>`);
  const zip = new JSZip();
  const parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': related('officeDocument', 'word/document.xml'),
    'word/document.xml': `<w:document ${W}><w:body>${paragraphs.join('')}${PAGE}</w:body></w:document>`,
    'word/_rels/document.xml.rels': related('styles', 'styles.xml'),
    'word/styles.xml': STYLES,
  };
  for (const [name, xml] of Object.entries(parts))
    zip.file(name, HEAD + xml, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const BREAK = '<w:r><w:br/></w:r>';

function run(line: string): string {
  const pieces = line.split('\t').map((piece) => {
    const escaped = piece.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return piece && `<w:t xml:space="preserve">${escaped}</w:t>`;
  });
  return `<w:r>${pieces.join('<w:tab/>')}</w:r>`;
}
