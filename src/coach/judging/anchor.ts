import type { Span } from '../text/span.ts';

/** A quote shorter than this many letters and digits could stand anywhere. */
const LEAST = 6;

/**
 * Finds quotes in a text to the letter of the text, through differences that a model makes in
 * passing: quotation marks, dashes, white space, case, invisible characters, and an ellipsis or a
 * full stop at an end. What isn't there has no place.
 */
export function createAnchor(text: string): (quote: string) => Span | undefined {
  const { plain, places } = flattened(text);
  return (quote) => {
    const sought = flattened(bare(quote)).plain;
    if (sought.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST) return undefined;
    const at = plain.indexOf(sought);
    if (at < 0) return undefined;
    const last = at + sought.length - 1;
    return { start: places[at] ?? 0, end: (places[last] ?? 0) + widthAt(text, places[last] ?? 0) };
  };
}

/** Without the quotation marks and dots that a model puts around what it quotes. */
function bare(quote: string): string {
  return quote
    .trim()
    .replace(/^["“”'‘’«\s]+|["“”'‘’»\s]+$/gu, '')
    .replace(/^(?:\.{2,}|…)\s*|\s*(?:\.{2,}|…)$/gu, '')
    .replace(/[.,;:]$/u, '');
}

const SAME: ReadonlyArray<readonly [RegExp, string]> = [
  [/[‘’‚‛′`´]/u, "'"],
  [/[“”„‟″«»]/u, '"'],
  [/[‐‑‒–—―−]/u, '-'],
];
/** Characters that nobody sees: zero-width, joiners, direction and tag characters, soft hyphens. */
const UNSEEN =
  /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

/** The text in one plain writing, with the offset in the original of each of its UTF-16 units. */
function flattened(text: string): { plain: string; places: number[] } {
  let plain = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const written = plainly(character, plain);
    for (let i = 0; i < written.length; i++) places.push(at);
    plain += written;
    at += character.length;
  }
  return { plain, places };
}

function plainly(character: string, before: string): string {
  if (UNSEEN.test(character)) return '';
  if (/\s/u.test(character)) return before.endsWith(' ') ? '' : ' ';
  if (character === '…') return '...';
  for (const [form, plain] of SAME)
    if (form.test(character)) return plain === '-' && before.endsWith('-') ? '' : plain;
  if (character === '-' && before.endsWith('-')) return '';
  return character.toLowerCase();
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
