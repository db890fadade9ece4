import { posix } from 'node:path';
import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import JSZip from 'jszip';

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const COMMENTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a Word file that comments concern. What is not changed keeps its bytes. */
export interface WordFile {
  /** The text itself, usually `word/document.xml`. */
  document: Document;
  /** The comments that it has already, or an empty part that is now declared and related. */
  comments: Document;
  /** The file with both as they are then. */
  pack(): Promise<Uint8Array>;
}

/** Opens a Word file whose sizes were checked. Throws where it is none. */
export async function openWordFile(bytes: Uint8Array): Promise<WordFile> {
  const zip = await JSZip.loadAsync(bytes);
  const parse = async (path: string, otherwise?: string) => {
    const xml = (await zip.file(path)?.async('string')) ?? otherwise;
    if (xml === undefined) throw new Error('a part is missing');
    return parseXml(xml);
  };
  const root = relation(await parse('_rels/.rels'), /\/officeDocument$/);
  if (!root) throw new Error('no document');
  const main = absolute('', root.getAttribute('Target') ?? '');
  const document = await parse(main);
  const folder = posix.dirname(main);
  const relationsPath = posix.join(folder, '_rels', `${posix.basename(main)}.rels`);
  const relations = await parse(relationsPath, `${HEAD}<Relationships xmlns="${RELATIONS}"/>`);
  const types = await parse('[Content_Types].xml');
  const related = relation(relations, /\/comments$/);
  const path = related
    ? absolute(folder, related.getAttribute('Target') ?? '')
    : unused(zip, posix.join(folder, 'comments'));
  if (!related) {
    const type = root.getAttribute('Type')?.replace(/officeDocument$/, 'comments') ?? '';
    relate(relations, type, `/${path}`);
  }
  const space = document.documentElement?.namespaceURI ?? '';
  const comments = await parse(path, `${HEAD}<w:comments xmlns:w="${space}"/>`);
  declare(types, `/${path}`);
  return {
    document,
    comments,
    pack() {
      const parts = { [main]: document, [path]: comments, [relationsPath]: relations };
      for (const [name, part] of Object.entries({ ...parts, '[Content_Types].xml': types }))
        zip.file(name, new XMLSerializer().serializeToString(part), { createFolders: false });
      return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    },
  };
}

function parseXml(xml: string): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  });
  return parser.parseFromString(xml.replace(/^\ufeff/, ''), 'text/xml');
}

function relation(relations: Document, type: RegExp): Element | undefined {
  const all = [...relations.getElementsByTagNameNS('*', 'Relationship')];
  return all.find((one) => type.test(one.getAttribute('Type') ?? ''));
}

/** A target as a name in the archive; it is told from the folder of what relates to it. */
function absolute(folder: string, target: string): string {
  return posix.resolve('/', folder, target).slice(1);
}

function unused(zip: JSZip, stem: string): string {
  for (let i = 0; ; i++) {
    const path = `${stem}${i || ''}.xml`;
    if (!zip.file(path)) return path;
  }
}

function relate(relations: Document, type: string, target: string): void {
  const all = [...relations.getElementsByTagNameNS('*', 'Relationship')];
  const ids = new Set(all.map((one) => one.getAttribute('Id')));
  let number = ids.size + 1;
  while (ids.has(`rId${number}`)) number++;
  const added = relations.createElementNS(RELATIONS, 'Relationship');
  added.setAttribute('Id', `rId${number}`);
  added.setAttribute('Type', type);
  added.setAttribute('Target', target);
  relations.documentElement?.appendChild(added);
}

/** Says in the list of content types what the part is, where it does not say so yet. */
function declare(types: Document, name: string): void {
  const all = [...types.getElementsByTagNameNS('*', 'Override')];
  if (all.some((one) => one.getAttribute('PartName') === name)) return;
  const added = types.createElementNS(TYPES, 'Override');
  added.setAttribute('PartName', name);
  added.setAttribute('ContentType', COMMENTS);
  types.documentElement?.appendChild(added);
}
