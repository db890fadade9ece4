import type { Draft } from '../documents/read.ts';
import type { Io } from './io.ts';
import { plain } from './style.ts';

/** Reads a draft, a path or `-`. Documents are loaded only when there is one to read. */
export async function readDraft(file: string, { input, complain }: Io): Promise<Draft> {
  const documents = await import('../documents/read.ts');
  if (file !== '-') return documents.readDraftFile(file);
  if (input.isTTY) complain('Paste the draft, then press Enter and Ctrl-D.');
  return documents.readDraftStream(input);
}

/** A draft's file as it is spoken of. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : plain(file) || '""';
}
