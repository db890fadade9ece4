import type { Element, Node } from '@xmldom/xmldom';
import { lettersOf } from './letters.ts';

/** An element of a run with the text that it shows, and that text's letters. */
export interface Piece {
  element: Element;
  text: string;
  letters: string;
}

/**
 * What the text is read from: the same elements that `docx.ts` reads through mammoth, in their
 * order. What was deleted or moved away with changes tracked is not among them, nor are fields that
 * are filled in and equations.
 */
const THROUGH = new Set([
  ...['document', 'body', 'p', 'r', 'tbl', 'tr', 'tc', 'hyperlink', 'sdt', 'sdtContent'],
  ...['ins', 'moveTo', 'smartTag', 'customXml', 'AlternateContent', 'Fallback'],
  ...['object', 'pict', 'group', 'rect', 'roundrect', 'shape', 'textbox', 'txbxContent'],
]);
const SHOWS: Readonly<Record<string, string>> = {
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
};

/** All pieces of text below a node, in the order in which they are read. */
export function piecesBelow(node: Node, found: Piece[] = []): Piece[] {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const name = child.localName ?? '';
    if (node.localName === 'r' && (name === 't' || Object.hasOwn(SHOWS, name))) {
      const text = name === 't' ? (child.textContent ?? '') : (SHOWS[name] as string);
      found.push({ element: child as Element, text, letters: lettersOf(text) });
    } else if (THROUGH.has(name) && !isDeletedRow(child)) piecesBelow(child, found);
  }
  return found;
}

function isDeletedRow(node: Node): boolean {
  if (node.localName !== 'tr') return false;
  const properties = childNamed(node, 'trPr');
  return Boolean(properties && childNamed(properties, 'del'));
}

export function childNamed(node: Node, name: string): Element | undefined {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.localName === name) return child as Element;
  return undefined;
}

/** The outermost or the closest of the elements of this name that a node lies in. */
export function around(
  node: Node,
  name: string,
  which: 'outermost' | 'closest',
): Element | undefined {
  let found: Element | undefined;
  for (let up = node.parentNode; up; up = up.parentNode) {
    if (up.localName !== name) continue;
    found = up as Element;
    if (which === 'closest') break;
  }
  return found;
}
