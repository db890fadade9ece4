import { getDocumentProxy } from 'unpdf';
import { Unusable } from '../unusable.ts';
import { MAX_PAGES } from './limits.ts';

/** One printed line: its text, its left edge, its right edge, its baseline and its height, in points. */
interface Line {
  text: string;
  left: number;
  right: number;
  base: number;
  height: number;
}

/** The text of a PDF with its paragraphs put back together from the lines. Throws `Unusable`. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await open(bytes);
  const pages: Line[][] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    pages.push(linesOf(content.items as PdfItem[]));
  }
  const text = joinParagraphs(withoutRunning(pages));
  if (!text.trim()) {
    throw new Unusable(
      'This PDF holds no text, only pictures of it. Export it from your editor, or paste the text.',
    );
  }
  return text;
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  } catch (error) {
    if ((error as Error).name === 'PasswordException') {
      throw new Unusable(
        'This PDF is password-protected. Save a copy without a password and try again.',
      );
    }
    throw new Unusable('This PDF is damaged or cut off. Export it again, or paste the text.');
  }
}

interface PdfItem {
  str?: string;
  transform?: number[];
  width?: number;
  height?: number;
}

function linesOf(items: readonly PdfItem[]): Line[] {
  const lines: Line[] = [];
  for (const { str, transform, width = 0, height = 0 } of items) {
    if (!str?.trim() || !transform) continue;
    const [, , , , left = 0, base = 0] = transform;
    const line = lines.at(-1);
    if (line && Math.abs(line.base - base) < Math.max(line.height, height) / 2) {
      const gap = left - line.right > height * 0.15 && !line.text.endsWith(' ');
      line.text += (gap ? ' ' : '') + str;
      line.right = left + width;
      line.height = Math.max(line.height, height);
    } else lines.push({ text: str, left, right: left + width, base, height });
  }
  return lines;
}

/** Headers and footers have at most so many lines. */
const EDGE = 2;

/**
 * Without headers and footers: what stands at the same height of several pages, but for its
 * numbers. Pages that share more than that are copies, and nothing is taken from them.
 */
function withoutRunning(pages: readonly Line[][]): readonly Line[][] {
  const key = ({ text, base }: Line) =>
    `${Math.round(base / 3)} ${text.trim().replace(/\d+/g, '#')}`;
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const page of pages)
    for (const one of new Set(page.map(key))) (seen.has(one) ? again : seen).add(one);
  if (again.size > EDGE * 2) return pages;
  const atTheEdge = (i: number, { length }: Line[]) => i < EDGE || i >= length - EDGE;
  return pages.map((page) =>
    page.filter((line, i) => !(atTheEdge(i, page) && again.has(key(line)))),
  );
}

const ENDS = /[.!?:]["'”’)]*\s*$/;

/**
 * A new paragraph begins after a wider gap, at an indented line, or after a line that ends a
 * sentence well short of the margin. A page break alone does not begin one.
 */
function joinParagraphs(pages: readonly Line[][]): string {
  const lines = pages.flat();
  const gaps = pages.flatMap((page) =>
    page.slice(1).map((line, i) => (page[i] as Line).base - line.base),
  );
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.4)] ?? 0;
  const margin = Math.min(...lines.map(({ left }) => left));
  const edge = Math.max(...lines.map(({ right }) => right));
  let text = '';
  lines.forEach((line, i) => {
    const last = lines[i - 1];
    if (!last) {
      text = line.text.trim();
      return;
    }
    const gap = last.base - line.base;
    const begins =
      gap > usual * 1.35 ||
      (line.left > margin + line.height && ENDS.test(last.text)) ||
      (last.right < margin + (edge - margin) * 0.75 && ENDS.test(last.text));
    text += (begins ? '\n\n' : joint(text)) + line.text.trim();
  });
  return text;
}

/** A word divided at the line's end keeps its hyphen, and nothing is put between its halves. */
function joint(text: string): string {
  return /\p{L}-$/u.test(text) ? '' : ' ';
}
