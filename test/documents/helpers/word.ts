import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';
import JSZip from 'jszip';

/** Every part of a Word file by its name, as bytes. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, Buffer>();
  for (const { name, dir } of Object.values(zip.files))
    if (!dir) parts.set(name, Buffer.from((await zip.file(name)?.async('uint8array')) ?? []));
  return parts;
}

/** A part as XML; throws where it is not well-formed. */
export function xml(part: Buffer | undefined): Document {
  const onError = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(`${part}`, 'text/xml');
}

export function all(node: Document | Element, name: string): Element[] {
  return [...node.getElementsByTagNameNS('*', name)];
}

export function idOf(element: Element): string {
  return element.getAttributeNS(element.namespaceURI, 'id') ?? '';
}

/** Takes all traces of comments with these ids out of a document. */
export function removeComments(document: Document, ids: ReadonlySet<string>): void {
  const marks = ['commentRangeStart', 'commentRangeEnd', 'commentReference'];
  for (const mark of marks.flatMap((name) => all(document, name))) {
    if (!ids.has(idOf(mark))) continue;
    const run = mark.parentNode as Element;
    run.removeChild(mark);
    if (mark.localName === 'commentReference' && !run.firstChild) run.parentNode?.removeChild(run);
  }
}

/**
 * A document with all text that looks the same and stands together in one run, so that two are
 * equal if they say the same in the same look.
 */
export function canonical(document: Document): string {
  for (const run of all(document, 'r')) mergeInto(run);
  for (const text of all(document, 't')) text.removeAttribute('xml:space');
  return new XMLSerializer().serializeToString(document);
}

function mergeInto(run: Element): void {
  const before = run.previousSibling as Element | null;
  if (before?.localName !== 'r' || looks(before) !== looks(run)) return;
  for (const child of [...run.childNodes]) {
    if (child.localName === 'rPr') continue;
    const last = before.lastChild;
    if (child.localName === 't' && last?.localName === 't')
      last.textContent = `${last.textContent}${child.textContent}`;
    else before.appendChild(child);
  }
  run.parentNode?.removeChild(run);
}

function looks(run: Element): string {
  const shell = run.cloneNode(false) as Element;
  const properties = run.firstChild;
  if (properties?.localName === 'rPr') shell.appendChild(properties.cloneNode(true));
  return new XMLSerializer().serializeToString(shell);
}

/** What the comment with this id is about: the text between its marks, without what was deleted. */
export function rangeOf(document: Document, id: string): string {
  let inside = false;
  let text = '';
  const visit = (node: Node) => {
    if (node.localName === 'commentRangeStart' && idOf(node as Element) === id) inside = true;
    if (node.localName === 'commentRangeEnd' && idOf(node as Element) === id) inside = false;
    if (['del', 'moveFrom', 'Choice'].includes(node.localName ?? '')) return;
    if (inside && node.localName === 't') text += node.textContent;
    if (inside && node.localName === 'noBreakHyphen') text += '\u2011';
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };
  visit(document);
  return text;
}
