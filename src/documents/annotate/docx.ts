import type { Document, Element } from '@xmldom/xmldom';
import { checkSizes } from '../docx.ts';
import { fitForXml, type Placed } from './letters.ts';
import { openWordFile } from './package.ts';
import { around, type Piece, piecesBelow } from './pieces.ts';
import { stretch } from './runs.ts';

const AUTHOR = 'Match Coach';
const INITIALS = 'MC';

/** Adds comments to a Word file. A quote that can't be found is told in its comment, at the end. */
export async function annotateDocx(
  bytes: Uint8Array,
  comments: readonly Placed[],
): Promise<Uint8Array> {
  await checkSizes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const file = await openWordFile(bytes);
  const pieces = piecesBelow(file.document);
  const letters = pieces.map((piece) => piece.letters).join('');
  let id = firstFree(file.comments, file.document);
  for (const comment of comments) {
    const from = nearest(letters, comment);
    const { quote, lines } = comment;
    const lost = from === undefined && quote ? [`About “${quote}”`] : [];
    const [title = '', ...rest] = lines;
    file.comments.documentElement?.appendChild(
      commentOf(file.comments, id, [title, ...lost, ...rest]),
    );
    if (from === undefined) markEnd(file.document, pieces, id);
    else mark(file.document, pieces, from, from + comment.letters.length, id);
    id++;
  }
  return file.pack();
}

/** Where the letters stand that are closest to where the text has them; undefined where nowhere. */
function nearest(all: string, { letters, before }: Placed): number | undefined {
  if (!letters) return undefined;
  const found = [all.indexOf(letters, before), all.lastIndexOf(letters, before)];
  const [closest] = found
    .filter((at) => at >= 0)
    .sort((a, b) => Math.abs(a - before) - Math.abs(b - before));
  return closest;
}

/** A number above all that comments have, listed or only referred to. */
function firstFree(...parts: readonly Document[]): number {
  const names = ['comment', 'commentReference', 'commentRangeStart', 'commentRangeEnd'];
  let highest = -1;
  for (const part of parts)
    for (const name of names)
      for (const one of part.getElementsByTagNameNS('*', name)) {
        const id = Number(one.getAttributeNS(one.namespaceURI, 'id'));
        if (Number.isSafeInteger(id)) highest = Math.max(highest, id);
      }
  return highest + 1;
}

function mark(document: Document, pieces: Piece[], from: number, to: number, id: number): void {
  const { first, last } = stretch(pieces, from, to);
  const make = (name: string) => element(document, name, { id: `${id}` });
  first.parentNode?.insertBefore(make('commentRangeStart'), first);
  const end = make('commentRangeEnd');
  last.parentNode?.insertBefore(end, last.nextSibling);
  // The reference is no part of a link, an insertion or a control: it follows what it stands in.
  let outer: Element = end;
  while (outer.parentNode && outer.parentNode.localName !== 'p')
    outer = outer.parentNode as Element;
  outer.parentNode?.insertBefore(reference(document, id), outer.nextSibling);
}

/** What is about the whole stands after the last word. */
function markEnd(document: Document, pieces: readonly Piece[], id: number): void {
  const last = pieces.at(-1)?.element ?? document.getElementsByTagNameNS('*', 'r')[0];
  const paragraph = last && around(last, 'p', 'outermost');
  if (!paragraph) throw new Error('no paragraph');
  paragraph.appendChild(reference(document, id));
}

function reference(document: Document, id: number): Element {
  const run = element(document, 'r');
  run.appendChild(element(document, 'commentReference', { id: `${id}` }));
  return run;
}

function commentOf(document: Document, id: number, lines: readonly string[]): Element {
  const comment = element(document, 'comment', {
    id: `${id}`,
    author: AUTHOR,
    initials: INITIALS,
  });
  for (const [i, line] of lines.entries()) {
    const paragraph = element(document, 'p');
    // Set here, so that it reads the same whatever the draft's own styles are.
    const properties = element(document, 'pPr');
    properties.appendChild(
      element(document, 'spacing', { before: '0', after: '0', line: '240', lineRule: 'auto' }),
    );
    paragraph.appendChild(properties);
    const run = element(document, 'r');
    const look = element(document, 'rPr');
    if (i === 0) look.appendChild(element(document, 'b'));
    look.appendChild(element(document, 'sz', { val: '20' }));
    const text = element(document, 't');
    text.setAttribute('xml:space', 'preserve');
    text.textContent = fitForXml(line);
    run.appendChild(look);
    if (i === 0) run.appendChild(element(document, 'annotationRef'));
    run.appendChild(text);
    paragraph.appendChild(run);
    comment.appendChild(paragraph);
  }
  return comment;
}

/** An element of WordprocessingML, in the same of its two namespaces as the part. */
function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const space = document.documentElement?.namespaceURI ?? '';
  const made = document.createElementNS(space, `w:${name}`);
  for (const [key, value] of Object.entries(attributes))
    made.setAttributeNS(space, `w:${key}`, value);
  return made;
}
