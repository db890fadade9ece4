import { type Span, trimmed } from './span.ts';

// A Windows break is one break: \r must not be taken for one and its \n for the next. Word and
// design programs paste their own: vertical tab, form feed, U+0085, U+2028 and U+2029.
const BREAK = /\r\n|[\n\v\f\u0085\u2028\u2029]|\r(?!\n)/.source;
const BLANK_LINE = new RegExp(`(?:${BREAK})[^\\S\\r\\n]*(?:${BREAK})\\s*`, 'g');
const LINE_BREAK = new RegExp(BREAK, 'g');
/** A last line is at most this share of the column. */
const SHORT = 0.75;
const ENDS_A_SENTENCE = /[.!?…:;]["'”’)\]]*\s*$/;

/**
 * The blocks of a draft: separated by a blank line, or, where the draft has only single
 * breaks, its lines. A draft that an editor wrapped at a fixed column has a new block after a short
 * last line and at an indented one.
 */
export function paragraphs(text: string): Span[] {
  const blocks = pieces(text, BLANK_LINE);
  if (blocks.length > 1) return blocks;
  const lines = pieces(text, LINE_BREAK);
  return isHardWrapped(text, lines) ? unwrapped(text, lines) : lines;
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

/** Where a line ends a sentence well before the column, or begins further in than the others. */
function unwrapped(text: string, lines: Span[]): Span[] {
  const widest = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const indent = (i: number) =>
    (lines[i]?.start ?? 0) - (text.lastIndexOf('\n', lines[i]?.start) + 1);
  const usual = Math.min(...lines.map((_, i) => indent(i)));
  const blocks: Span[] = [];
  lines.forEach((line, i) => {
    const last = lines[i - 1];
    const ends = last && ENDS_A_SENTENCE.test(text.slice(last.start, last.end));
    const short = last && last.end - last.start < widest * SHORT;
    const block = blocks.at(-1);
    if (!block || (ends && (short || indent(i) > usual))) blocks.push({ ...line });
    else block.end = line.end;
  });
  return blocks;
}
