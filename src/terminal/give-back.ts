import { stat } from 'node:fs/promises';
import type { Review } from '../coach/review.ts';
import type { Draft } from '../documents/read.ts';
import { Unusable } from '../unusable.ts';
import type { Io } from './io.ts';
import { writeOut } from './out-file.ts';
import { plain } from './style.ts';

/**
 * Throws `Unusable` where a draft can't be meant to be given back: one of several, into a file of
 * another kind, or over itself.
 */
export async function checkGiveBack(out: string, files: readonly string[]): Promise<void> {
  const [file = ''] = files;
  if (files.length > 1) throw new Unusable('--docx gives one draft back; name one file.');
  if (!/[^/\\]\.docx$/i.test(out)) {
    throw new Unusable(
      `The draft is given back as a Word file: give it a name that ends in .docx, not "${plain(out)}".`,
    );
  }
  // The same file may have several names.
  const known = (path: string) => stat(path, { bigint: true }).catch(() => undefined);
  const [from, to] = [file === '-' ? undefined : await known(file), await known(out)];
  if (from && from.ino === to?.ino && from.dev === to.dev)
    throw new Unusable('--docx would write over the draft itself; name another file for it.');
}

/** Writes the draft with its review as Word comments into a file. Throws `Unusable` where it can't. */
export async function giveBack(draft: Draft, review: Review, out: string, io: Io): Promise<void> {
  const { annotate } = await import('../documents/annotate/annotate.ts');
  const { commentsOf } = await import('../documents/annotate/comments.ts');
  const bytes = await annotate(draft, commentsOf(review, io.app.knowledge.partCriteria()));
  await writeOut('The draft with comments', out, bytes, io);
}
