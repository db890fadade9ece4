import mammoth from 'mammoth';
import yauzl from 'yauzl';
import { Unusable } from '../unusable.ts';
import { MAX_UNPACKED_BYTES, MAX_XML_BYTES } from './limits.ts';

/** The text of a Word file, paragraphs apart by a blank line. Throws `Unusable`. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = await checkSizes(buffer);
  if (!names.includes('word/document.xml')) {
    throw new Unusable(
      'This archive is not a Word document. Save the draft as .docx and try again.',
    );
  }
  let text = '';
  // mammoth's own raw text runs the words on both sides of a line break together.
  const transformDocument = (document: Node) => {
    text = textOf(document);
    return { ...document, children: [] };
  };
  await mammoth.convertToHtml({ buffer }, { transformDocument });
  return text.replace(/[^\S\n]*\n(?:[^\S\n]*\n)+/g, '\n\n').trim();
}

/** A node of mammoth's document. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

function textOf({ type, value, children = [] }: Node): string {
  if (type === 'text') return value ?? '';
  if (type === 'tab') return '\t';
  if (type === 'break') return '\n';
  const inner = children.map(textOf).join('');
  return type === 'paragraph' ? `${inner}\n\n` : inner;
}

/**
 * Unpacks every part once, counting and discarding, so that neither a declared nor a hidden
 * size reaches the parser. Returns the names of the parts.
 */
export async function checkSizes(buffer: Buffer): Promise<string[]> {
  const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true });
  const names: string[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    if (entry.fileName.endsWith('/')) continue;
    let size = 0;
    const limit = /\.(?:xml|rels)$/.test(entry.fileName) ? MAX_XML_BYTES : MAX_UNPACKED_BYTES;
    if (entry.uncompressedSize > limit) tooLarge();
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += (chunk as Buffer).length;
      total += (chunk as Buffer).length;
      if (size > limit || total > MAX_UNPACKED_BYTES) tooLarge();
    }
  }
  return names;
}

function tooLarge(): never {
  throw new Unusable(
    'This Word file unpacks to far more than a statement holds. Copy the text into a new file and try again.',
  );
}
