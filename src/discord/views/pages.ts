import { COMPONENTS, MESSAGE_TEXT } from '../limits.ts';
import type { Block, FileToSend, Screen } from './screen.ts';

/** Room for what is added to a page: its number and the row to turn it. */
const ROOM = MESSAGE_TEXT - 200;
/** A phone shows about this much without scrolling twice; longer pages are split where a block ends. */
const COMFORT = 2_400;
/** Blocks of one page: the container, up to three rows of buttons and their buttons come on top. */
const BLOCKS = COMPONENTS - 20;

/** Parts a screen into pages that Discord takes, at the end of a block, else of a paragraph, a line, a word. */
export function pagesOf(screen: Screen): Screen[] {
  const pages: Block[][] = [[]];
  let length = 0;
  for (const block of screen.blocks.flatMap(split)) {
    const size = sizeOf(block);
    const page = pages.at(-1) as Block[];
    if (page.length && (length + size > ROOM || length > COMFORT || page.length >= BLOCKS)) {
      pages.push([block]);
      length = size;
    } else {
      page.push(block);
      length += size;
    }
  }
  return pages
    .map((blocks) => trimmed(blocks))
    .filter((blocks, i) => blocks.length || i === 0)
    .map((blocks) => ({ ...screen, blocks, files: filesOn(blocks, screen) }));
}

/** The files that pictures of these blocks show. */
export function picturedIn(blocks: readonly Block[], files: readonly FileToSend[]): FileToSend[] {
  const named = new Set(blocks.flatMap((block) => (block.type === 'picture' ? block.file : [])));
  return files.filter(({ name }) => named.has(name));
}

/** A picture's file goes with its page, any other with all. */
function filesOn(blocks: readonly Block[], { blocks: all, files = [] }: Screen): FileToSend[] {
  const [here, anywhere] = [picturedIn(blocks, files), picturedIn(all, files)];
  return files.filter((file) => here.includes(file) || !anywhere.includes(file));
}

function sizeOf(block: Block): number {
  return block.type === 'text' ? block.text.length : 0;
}

/** A page neither begins nor ends with a divider. */
function trimmed(blocks: readonly Block[]): Block[] {
  const shown = blocks.map(({ type }) => type !== 'divider');
  return blocks.slice(Math.max(0, shown.indexOf(true)), shown.lastIndexOf(true) + 1);
}

function split(block: Block): Block[] {
  if (block.type !== 'text') return [block];
  return splitText(block.text, ROOM).map((text) => ({ type: 'text', text }));
}

/**
 * Cuts text into pieces of at most `room` characters where a paragraph, a line or a word ends.
 * Only a word longer than a piece is cut inside, and never within a surrogate pair or after the
 * backslash that keeps the next character plain. A quotation that is cut goes on as one.
 */
export function splitText(text: string, room: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const at = breakOf(rest, room);
    const piece = rest.slice(0, at);
    const quoted = /(?:^|\n)> [^\n]*$/.test(piece) && rest[at] !== '\n';
    pieces.push(piece.trimEnd());
    rest = (quoted ? '> ' : '') + rest.slice(at).replace(/^[ \n]+/, '');
  }
  if (rest.trim()) pieces.push(rest);
  return pieces;
}

function breakOf(text: string, room: number): number {
  const head = text.slice(0, room);
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = head.lastIndexOf(mark);
    if (at > room / 2) return at;
  }
  let at = room;
  while (/[\ud800-\udbff\\]/.test(text[at - 1] ?? '')) at--;
  return at;
}
