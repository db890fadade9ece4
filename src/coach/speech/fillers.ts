import type { Lexicon } from '../reading/lexicon.ts';
import type { Span } from '../text/span.ts';

/** A word that filled a gap, to the letter as the transcript has it. */
export interface Filler extends Span {
  quote: string;
}

export type FillerFinder = (text: string) => Filler[];

/** Ends what a word stood in, so that it stands apart: punctuation, or the edge of the text. */
const PARTS_OFF = /^[,;:.!?…"“”()\-–—\r\n]$/;

/** Characters in which the word before a hedge is looked for. */
const NEAR = 24;

/**
 * Finds fillers by `knowledge/lexicon/speech/`: those of `always` wherever they stand, those of
 * `apart` only where a comma or an edge stands on both sides ("it was, like, hard"), and hedges
 * unless a word of `kinds` stands before them ("that kind of case").
 */
export function createFillerFinder(lexicon: Lexicon): FillerFinder {
  const of = (list: string) => lexicon[list] ?? [];
  const always = patternOf(of('always'));
  const apart = patternOf(of('apart'));
  const hedges = patternOf(of('hedges'));
  const kind = new RegExp(`(?:^|[^\\p{L}])(?:${of('kinds').map(literal).join('|')})\\s+$`, 'iu');
  return (text) => {
    // "ER" is a room and no hesitation.
    const found = spansOf(text, always).filter(({ quote }) => !/^\p{Lu}{2,}$/u.test(quote));
    const ends = new Set(found.map(({ end }) => end));
    const starts = new Set(found.map(({ start }) => start));
    for (const span of spansOf(text, apart)) {
      const [before, after] = [edgeBefore(text, span.start), edgeAfter(text, span.end)];
      const parted = (at: number, letter: string, known: ReadonlySet<number>) =>
        letter === '' || PARTS_OFF.test(letter) || known.has(at);
      if (!parted(before, text.charAt(before - 1), ends)) continue;
      if (!parted(after, text.charAt(after), starts)) continue;
      found.push(span);
      ends.add(span.end);
    }
    const before = (at: number) => text.slice(Math.max(0, at - NEAR), at);
    found.push(...spansOf(text, hedges).filter(({ start }) => !kind.test(before(start))));
    return found.sort((a, b) => a.start - b.start);
  };
}

function patternOf(phrases: readonly string[]): RegExp {
  // The longest first, so that of two that begin alike the whole is taken.
  const all = [...phrases].sort((a, b) => b.length - a.length).map(literal);
  const within = "[\\p{L}\\p{N}'’-]";
  return new RegExp(`(?<!${within})(?:${all.join('|') || '(?!)'})(?!${within})`, 'giu');
}

const literal = (phrase: string) =>
  phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

const spansOf = (text: string, pattern: RegExp): Filler[] =>
  [...text.matchAll(pattern)].map(({ index, 0: quote }) => ({
    quote,
    start: index,
    end: index + quote.length,
  }));

/** Where what stands before a place ends, spaces left out; a line break is an edge. */
function edgeBefore(text: string, at: number): number {
  let edge = at;
  while (/[^\S\r\n]/.test(text.charAt(edge - 1))) edge--;
  return edge;
}

function edgeAfter(text: string, at: number): number {
  let edge = at;
  while (/[^\S\r\n]/.test(text.charAt(edge))) edge++;
  return edge;
}
