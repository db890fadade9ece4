import { deflateSync } from 'node:zlib';

/** What a PDF is made with beside its pages. */
export interface PdfOptions {
  /** Filters of every content stream, and the bytes that they give for plain ones. */
  filter?: { name: string; encode(plain: Buffer): Buffer };
  /** An /Encrypt dictionary, and what it does to the bytes of an object's stream. */
  encryption?: { dictionary: string; id: string; seal(object: number, plain: Buffer): Buffer };
}

export const FLATE = { name: '/FlateDecode', encode: (plain: Buffer) => deflateSync(plain) };

/** A PDF of pages, each given as its content stream, with Helvetica as /F1. */
export function pdf(pages: readonly (string | Buffer)[], options: PdfOptions = {}): Buffer {
  const { filter, encryption } = options;
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ');
  const objects: Array<string | Buffer> = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  pages.forEach((content, i) => {
    const number = 5 + i * 2;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    const plain = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    const packed = filter ? filter.encode(plain) : plain;
    const sealed = encryption ? encryption.seal(number, packed) : packed;
    const head = `<< /Length ${sealed.length}${filter ? ` /Filter ${filter.name}` : ''} >>\nstream\n`;
    objects.push(Buffer.concat([latin(head), sealed, latin('\nendstream')]));
  });
  const extra = encryption
    ? ` /Encrypt ${encryption.dictionary} /ID [<${encryption.id}> <${encryption.id}>]`
    : '';
  return assemble(objects, extra);
}

function assemble(objects: ReadonlyArray<string | Buffer>, extra: string): Buffer {
  const chunks: Buffer[] = [latin('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')];
  const offsets: number[] = [];
  let size = (chunks[0] as Buffer).length;
  const push = (bytes: Buffer) => {
    chunks.push(bytes);
    size += bytes.length;
  };
  objects.forEach((object, i) => {
    offsets.push(size);
    push(latin(`${i + 1} 0 obj\n`));
    push(typeof object === 'string' ? latin(object) : object);
    push(latin('\nendobj\n'));
  });
  const start = size;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  push(latin(`xref\n0 ${count}\n0000000000 65535 f \n${rows}`));
  push(latin(`trailer\n<< /Size ${count} /Root 1 0 R${extra} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

/** A stretch of text at a place on the page, in points from the lower left corner. */
export interface Placed {
  text: string;
  x: number;
  y: number;
}

const SIZE = 11;

/** The content stream that shows these texts. */
export function show(placed: readonly Placed[]): string {
  return placed
    .map(({ text, x, y }) => `BT /F1 ${SIZE} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
    .join('\n');
}

/** Blocks of lines down a page: 14 points a line, and `gap` from one block to the next. */
export function setBlocks(
  blocks: readonly (readonly string[])[],
  { gap = 28, indent = 0, top = 720 } = {},
): Placed[] {
  let y = top;
  return blocks.flatMap((lines, block) => {
    if (block > 0) y -= gap - 14;
    return lines.map((text, line) => {
      const placed = { text, x: 72 + (line === 0 ? indent : 0), y };
      y -= 14;
      return placed;
    });
  });
}

const WIN_ANSI: Record<string, string> = { '’': '\x92', '“': '\x93', '”': '\x94', '—': '\x97' };

export function escaped(text: string): string {
  return text.replace(/[’“”—]/g, (mark) => WIN_ANSI[mark] ?? mark).replace(/[\\()]/g, '\\$&');
}

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
