import { type Span, trimmed } from './span.ts';

// A Windows break is one break: \r must not be taken for one and its \n for the next.
const BLANK_LINE = /(?:\r\n|\n|\r(?!\n))[^\S\r\n]*(?:\r\n|\n|\r)\s*/g;
const LINE_BREAK = /\r\n|\n|\r/g;
const ENDS_A_SENTENCE = /[.!?…:;]["'”’)\]]*\s*$/;

/**
 * The blocks of a draft: separated by a blank line, or, where the draft has only single
 * breaks, its lines. A draft that an editor wrapped at a fixed column is one block.
 */
export function paragraphs(text: string): Span[] {
  const blocks = pieces(text, BLANK_LINE);
  if (blocks.length > 1) return blocks;
  const lines = pieces(text, LINE_BREAK);
  return isHardWrapped(text, lines) ? blocks : lines;
}

function pieces(text: string, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return spans.map((span) => trimmed(text, span)).filter(({ start, end }) => end > start);
}

/** Lines that mostly stop in mid-sentence, near one width, were broken by an editor and not by the writer. */
function isHardWrapped(text: string, lines: Span[]): boolean {
  if (lines.length < 3) return false;
  const body = lines.slice(0, -1);
  const open = body.filter(({ start, end }) => !ENDS_A_SENTENCE.test(text.slice(start, end)));
  const widest = body.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return widest <= 120 && open.length > body.length * 0.6 && widest >= 50;
}
