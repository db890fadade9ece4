import { writeFile } from 'node:fs/promises';
import type { Review } from '../coach/review.ts';
import type { Picture } from '../pictures/shapes.ts';
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
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
};

/** Throws `Unusable` where a picture can't be meant: of several drafts, or into a file of another kind. */
export function checkPicture(out: string, files: readonly string[] = []): void {
  if (files.length > 1) throw new Unusable('--picture draws one draft; name one file.');
  if (!/[^/\\]\.png$/i.test(out)) {
    throw new Unusable(
      `The picture is a PNG: give it a name that ends in .png, not "${plain(out)}".`,
    );
  }
}

/** Draws a reviewed draft as a strip into a file. Throws `Unusable` where it can't be written. */
export async function writeStrip(out: string, review: Review, io: Io): Promise<void> {
  const { drawStrip } = await import('../pictures/strip.ts');
  await writePicture(out, drawStrip(review, io.app.knowledge.partCriteria()), io);
}

export async function writePicture(out: string, picture: Picture, io: Io): Promise<void> {
  const png = await io.app.draw(picture);
  try {
    await writeFile(out, png);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Unusable(
      `The picture can't be written to ${plain(out)}: ${WHY[code] ?? message}. Name another place.`,
    );
  }
  if (io.interactive) io.complain(`The picture is in ${plain(out)}.`);
}
