import type { Element, Node } from '@xmldom/xmldom';
import { lettersOf } from './letters.ts';
import { around, childNamed, type Piece } from './pieces.ts';

/** The first and the last run of a stretch of text; nothing else is in them. */
export interface Stretch {
  first: Element;
  last: Element;
}

/**
 * Parts runs so that some begin and end with the letters `from` to `to` of the text, and brings
 * `pieces` up to date. Each half of a run keeps its properties, so that nothing looks different.
 */
export function stretch(pieces: Piece[], from: number, to: number): Stretch {
  const first = beginning(pieces, from);
  return { first, last: ending(pieces, within(pieces, from, to)) };
}

function beginning(pieces: Piece[], letter: number): Element {
  const { index, at } = placeOf(pieces, letter);
  const { element } = pieces[index] as Piece;
  const box = boxAround(element);
  if (box) return box;
  return partRun(at > 0 ? part(pieces, index, at) : element);
}

function ending(pieces: Piece[], letter: number): Element {
  const { index, at } = placeOf(pieces, letter - 1);
  const { element, text } = pieces[index] as Piece;
  const box = boxAround(element);
  if (box) return box;
  if (at + 1 < text.length) part(pieces, index, at + 1);
  if (element.nextSibling) partRun(element.nextSibling);
  return element.parentNode as Element;
}

/** No comment may stand in a text box: it is about the run that holds the box. */
function boxAround(element: Element): Element | undefined {
  return around(element, 'txbxContent', 'closest') && around(element, 'r', 'outermost');
}

/** Where a letter stands: the piece, and the offset in its text. */
function placeOf(pieces: readonly Piece[], letter: number): { index: number; at: number } {
  let rest = letter;
  const index = pieces.findIndex(({ letters }) => {
    if (rest < letters.length) return true;
    rest -= letters.length;
    return false;
  });
  const text = pieces[index]?.text ?? '';
  for (let at = 0; at < text.length; at++)
    if (lettersOf(text[at] as string) && rest-- === 0) return { index, at };
  throw new RangeError('no such letter');
}

/** The end of a stretch within the cell that it begins in: a comment reaches over no cell's border. */
function within(pieces: readonly Piece[], from: number, to: number): number {
  const { index, at } = placeOf(pieces, from);
  const begins = pieces[index] as Piece;
  const cell = around(begins.element, 'tc', 'closest');
  let end = from - lettersOf(begins.text.slice(0, at)).length;
  for (const { element, letters } of pieces.slice(index)) {
    if (end >= to || around(element, 'tc', 'closest') !== cell) break;
    end += letters.length;
  }
  return Math.min(end, to);
}

/** Makes two elements of the text of one; returns the second. */
function part(pieces: Piece[], index: number, at: number): Element {
  const { element, text } = pieces[index] as Piece;
  const rest = element.cloneNode(false) as Element;
  const halves = [
    { element, text: text.slice(0, at) },
    { element: rest, text: text.slice(at) },
  ];
  for (const half of halves) {
    half.element.textContent = half.text;
    half.element.setAttribute('xml:space', 'preserve');
  }
  element.parentNode?.insertBefore(rest, element.nextSibling);
  pieces.splice(index, 1, ...halves.map((half) => ({ ...half, letters: lettersOf(half.text) })));
  return rest;
}

/** The run that begins with this node: its own, or what comes of parting that before it. */
function partRun(node: Node): Element {
  const run = node.parentNode as Element;
  const properties = childNamed(run, 'rPr');
  if (!node.previousSibling || node.previousSibling === properties) return run;
  const rest = run.cloneNode(false) as Element;
  if (properties) rest.appendChild(properties.cloneNode(true));
  for (let moved: Node | null = node; moved; ) {
    const next: Node | null = moved.nextSibling;
    rest.appendChild(moved);
    moved = next;
  }
  run.parentNode?.insertBefore(rest, run.nextSibling);
  return rest;
}
