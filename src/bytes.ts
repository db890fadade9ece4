import { open } from 'node:fs/promises';
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

/** The bytes of a file; `what` is what should have been named. Throws `Unusable`. */
export async function bytesOfFile(path: string, what: string, limit: Limit): Promise<Uint8Array> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
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
    return await bytesOf(file.createReadStream({ autoClose: false }), limit);
  } finally {
    await file.close();
  }
}
