import { stat, writeFile } from 'node:fs/promises';
import { Unusable } from '../unusable.ts';
import type { Io } from './io.ts';
import { plain } from './style.ts';

/** Why a file can't be written, for the person who named it. */
const WHY: Record<string, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  ELOOP: 'it is a link that leads back to itself',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
};

/** Writes a file that the person named, called by what it is. Throws `Unusable`. */
export async function writeOut(
  what: string,
  out: string,
  bytes: Uint8Array,
  io: Io,
): Promise<void> {
  try {
    const there = await stat(out).catch(() => undefined);
    // Writing to a pipe waits for somebody to read it, perhaps for ever.
    if (there && !there.isFile() && !there.isDirectory()) throw new Error('it is no ordinary file');
    await writeFile(out, bytes);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Unusable(
      `${what} can't be written to ${plain(out)}: ${WHY[code] ?? message}. Name another place.`,
    );
  }
  if (io.interactive) io.complain(`${what} is in ${plain(out)}.`);
}
