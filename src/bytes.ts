import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { Unusable } from './unusable.ts';

/** The most that is taken of a file, whatever size it declares, and what to throw beyond. */
export interface Limit {
  bytes: number;
  tooLarge(): never;
}

/** All of a stream, never holding more than the limit. */
export async function bytesOf(
  stream: AsyncIterable<Uint8Array | string>,
  { bytes: most, tooLarge }: Limit,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > most) tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** A pipe that nobody writes to would else be waited for before it is even open. Windows has none. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** How long is waited between two looks at a pipe whose writer has nothing yet, in milliseconds. */
const LOOK = 20;
const PIECE = 64 * 1024;

/** The bytes of a file; `what` is what should have been named. Throws `Unusable`. */
export async function bytesOfFile(path: string, what: string, limit: Limit): Promise<Uint8Array> {
  const file = await open(path, AT_ONCE).catch((error: NodeJS.ErrnoException) => {
    throw new Unusable(
      error.code === 'ENOENT'
        ? 'There is no such file. Check the path and try again.'
        : 'This file can’t be opened. Check its permissions and try again.',
    );
  });
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) throw new Unusable(`This is a folder. Name the ${what} in it.`);
    if (stat.size > limit.bytes) limit.tooLarge();
    return await bytesOf(piecesOf(file), limit);
  } finally {
    await file.close();
  }
}

async function* piecesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (;;) {
    const read = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE).catch(notYet);
    if (!read) await after(LOOK);
    else if (read.bytesRead) yield read.buffer.subarray(0, read.bytesRead);
    else return;
  }
}

function notYet({ code }: NodeJS.ErrnoException): undefined {
  if (code === 'EAGAIN') return undefined;
  throw new Unusable('This file can’t be read. Copy it to another place and try again.');
}
