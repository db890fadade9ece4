import type { Debrief } from '../coach/interview/debrief.ts';
import type { Turn } from '../coach/interview/session.ts';
import type { Entry } from '../coach/progress.ts';
import type { Review } from '../coach/review.ts';
import type { Picture } from '../pictures/shapes.ts';
import { Unusable } from '../unusable.ts';
import type { Io } from './io.ts';
import { writeOut } from './out-file.ts';
import { plain } from './style.ts';

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

/** Draws what was counted over time into a file. Throws `Unusable` where there is too little to draw. */
export async function writeProgress(out: string, entries: readonly Entry[], io: Io): Promise<void> {
  const { drawProgress } = await import('../pictures/progress.ts');
  const picture = drawProgress(entries, io.app.knowledge.labelOf);
  if (!picture) {
    throw new Unusable('There is nothing to draw yet: it takes two reviews, or two interviews.');
  }
  await writePicture(out, picture, io);
}

/** Draws one session into a file. Throws `Unusable` where it can't be written. */
export async function writeDebrief(
  out: string,
  { debrief, turns }: { debrief: Debrief; turns: readonly Turn[] },
  io: Io,
): Promise<void> {
  const { drawDebrief } = await import('../pictures/debrief.ts');
  const picture = drawDebrief(debrief, turns);
  if (picture) await writePicture(out, picture, io);
}

async function writePicture(out: string, picture: Picture, io: Io): Promise<void> {
  await writeOut('The picture', out, await io.app.draw(picture), io);
}
