import type { Span } from '../text/span.ts';
import { parseStatement } from '../text/statement.ts';
import { UNSEEN } from '../text/unseen.ts';

/** A quote shorter than this many letters and digits could stand anywhere. */
const LEAST = 6;
/** The longest quote that is shown, in words: about two long sentences. */
const MOST_WORDS = 60;

/** Finds a quote at or after an offset; undefined where it isn't in the text. */
export type Anchor = (quote: string, after?: number) => Span | undefined;

/**
 * Finds quotes in a text to the letter of the text, through differences that a model makes in
 * passing: quotation marks, dashes, white space, case, accents, ligatures, invisible characters,
 * and an ellipsis or a full stop at an end. It finds whole words. What isn't there has no place.
 */
export function createAnchor(text: string): Anchor {
  const { plain, places } = flattened(text);
  return (quote, after = 0) => {
    const sought = flattened(bare(quote)).plain;
    if (sought.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST) return undefined;
    const from = after && places.findIndex((place) => place >= after);
    for (let at = from < 0 ? -1 : plain.indexOf(sought, from); at >= 0; ) {
      const last = at + sought.length - 1;
      if (!isInside(plain, at) && !isInside(plain, last + 1))
        return { start: places[at] ?? 0, end: endOf(text, places[last] ?? 0) };
      at = plain.indexOf(sought, at + 1);
    }
    return undefined;
  };
}

/** As an anchor; a quote that is too long to point at anything ends with a sentence, or a word. */
export function createQuoter(text: string): Anchor {
  const anchor = createAnchor(text);
  let parsed: ReturnType<typeof parseStatement> | undefined;
  return (quote, after) => {
    const span = anchor(quote, after);
    if (!span) return undefined;
    const words = [...text.slice(span.start, span.end).matchAll(/\S+/gu)];
    const last = words[MOST_WORDS - 1];
    if (words.length <= MOST_WORDS || !last) return span;
    const most = span.start + last.index + last[0].length;
    parsed ??= parseStatement(text);
    const ends = parsed.sentences.map(({ end }) => end).filter((e) => e > span.start && e <= most);
    return { start: span.start, end: Math.max(...ends) > 0 ? Math.max(...ends) : most };
  };
}

/** Whether a place is between two letters of one word. */
function isInside(plain: string, at: number): boolean {
  return at > 0 && /^[\p{L}\p{N}]{2}$/u.test(plain.slice(at - 1, at + 1));
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

/** The text in one plain writing, with the offset in the original of each of its UTF-16 units. */
function flattened(text: string): { plain: string; places: number[] } {
  const pieces: string[] = [];
  const places: number[] = [];
  let before = '';
  let at = 0;
  for (const character of text) {
    const plain = formOf(character);
    const written = (plain === ' ' || plain === '-') && before === plain ? '' : plain;
    if (written) before = written;
    pieces.push(written);
    for (let i = 0; i < written.length; i++) places.push(at);
    at += character.length;
  }
  return { plain: pieces.join(''), places };
}

const FORMS = new Map<string, string>();

/** A character's plain form; few are ever met, so each is worked out once. */
function formOf(character: string): string {
  let form = FORMS.get(character);
  if (form === undefined) {
    form = plainly(character);
    if (FORMS.size < 10_000) FORMS.set(character, form);
  }
  return form;
}

function plainly(character: string): string {
  if (new RegExp(UNSEEN.source, 'u').test(character)) return '';
  if (/\s/u.test(character)) return ' ';
  if (character === '…') return '...';
  for (const [form, plain] of SAME) if (form.test(character)) return plain;
  const parts = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return /^\p{M}$/u.test(character) ? '' : (parts || character).toLowerCase();
}

/** The end of the character at an offset, with the marks that belong to it. */
function endOf(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (/^\p{M}/u.test(text.slice(end, end + 2)))
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}
