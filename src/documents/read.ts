import { bytesOf, bytesOfFile, type Limit } from '../bytes.ts';
import { Unusable } from '../unusable.ts';
import { formatOf } from './format.ts';
import { MAX_CHARACTERS, MAX_FILE_BYTES } from './limits.ts';
import { parseApart } from './sandbox.ts';
import { decodeText } from './text.ts';

/** A draft as it was read: its text, and the Word file that it stands in, where it is one. */
export interface Draft {
  text: string;
  docx?: Uint8Array | undefined;
}

/** A draft from the bytes of a .txt, .md, .docx or .pdf. Throws `Unusable`. */
export async function readDraft(bytes: Uint8Array): Promise<Draft> {
  if (bytes.length > MAX_FILE_BYTES) tooLarge();
  const format = formatOf(bytes);
  const text = format === 'text' ? decodeText(bytes) : await parseApart(format, bytes);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new Unusable('There is no text in this file. Put the draft in it and try again.');
  }
  checkLength(text);
  return { text, docx: format === 'docx' ? bytes : undefined };
}

/** Throws `Unusable` where a text is too long to be a draft, however it came. */
export function checkLength({ length }: string): void {
  if (length <= MAX_CHARACTERS) return;
  throw new Unusable(
    `This text has ${length.toLocaleString('en-US')} characters; a statement has at most 28,000. Send the statement alone.`,
  );
}

/** Reads a draft from a path without loading more than the limit. Throws `Unusable`. */
export async function readDraftFile(path: string): Promise<Draft> {
  return readDraft(await bytesOfFile(path, 'draft', LIMIT));
}

/** Reads a draft from a stream such as standard input. Throws `Unusable`. */
export async function readDraftStream(stream: AsyncIterable<Uint8Array>): Promise<Draft> {
  return readDraft(await bytesOf(stream, LIMIT));
}

/** What is taken of any draft. */
export const LIMIT = { bytes: MAX_FILE_BYTES, tooLarge } satisfies Limit;

function tooLarge(): never {
  throw new Unusable(
    `This file is over ${MAX_FILE_BYTES / 1024 / 1024} MB, far more than a statement needs. Send the text alone.`,
  );
}
