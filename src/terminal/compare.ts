import { compareReviews } from '../coach/compare.ts';
import type { Review } from '../coach/review.ts';
import { Unusable } from '../unusable.ts';
import { nameOf, readDraft } from './draft.ts';
import type { Io } from './io.ts';
import { comparisonToLine } from './json-comparison.ts';
import { OWNER } from './owner.ts';
import { heading } from './views/common.ts';
import { viewComparison } from './views/compare.ts';

interface Options {
  json?: boolean;
  explain?: boolean;
  picture?: string;
  docx?: string;
}

/** `coach review OLD NEW --compare`: two drafts side by side. Throws `Unusable` where they are not two. */
export async function compareDrafts(
  files: readonly string[],
  { json, explain, picture, docx }: Options,
  io: Io,
): Promise<void> {
  const [older = '', newer = ''] = files;
  if (files.length !== 2) {
    throw new Unusable(
      `--compare takes two drafts, the older first; you named ${files.length || 'none'}.`,
    );
  }
  if (older === '-' && newer === '-') {
    throw new Unusable('Only one of the two can come from standard input.');
  }
  if (explain || picture !== undefined || docx !== undefined) {
    throw new Unusable(
      '--compare goes with --json alone; review the newer draft by itself for the rest.',
    );
  }
  const [was, is] = [await reviewed(older, io), await reviewed(newer, io)];
  const comparison = compareReviews(was, is);
  if (json) return io.print(JSON.stringify(comparisonToLine(older, newer, comparison)));
  const { labelOf } = io.app.knowledge;
  io.print(`${heading(`${nameOf(older)} → ${nameOf(newer)}`, io.style)}\n`);
  io.print(viewComparison(comparison, labelOf, io.style));
}

/** What is no statement can't be compared with one. */
async function reviewed(file: string, io: Io): Promise<Review> {
  try {
    const { text } = await readDraft(file, io);
    const review = await io.app.judged.review(text, OWNER);
    const [first] = review.faults;
    if (review.taken !== 'statement') {
      throw new Unusable(
        `this is no whole statement (${first?.label ?? review.taken}), so there is nothing to compare.`,
      );
    }
    return review;
  } catch (error) {
    if (error instanceof Unusable) throw new Unusable(`${nameOf(file)}: ${error.message}`);
    throw error;
  }
}
