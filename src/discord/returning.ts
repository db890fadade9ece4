import type { Comment } from '../documents/annotate/comments.ts';
import type { Draft } from '../documents/read.ts';
import { briefly, keepIn } from './briefly.ts';

/** A draft and what to say in its margin. */
export interface Returned {
  draft: Draft;
  comments: readonly Comment[];
}

/**
 * Drafts that people may have back with comments. In memory only, since a draft is never stored:
 * they go with the buttons of the review, or sooner where there are very many.
 */
export interface Returning {
  /** Keeps a draft for as long as its review has buttons; resolves to its id. */
  keep(returned: Returned): string;
  find(id: string): Returned | undefined;
}

/** Of all drafts together, in bytes: sixteen of the largest, or some thousand ordinary ones. */
const MOST_BYTES = 64 * 1024 * 1024;

export function createReturning(): Returning {
  const kept = briefly<Returned>({
    maxSize: MOST_BYTES,
    // A character takes two bytes; comments weigh little beside either.
    sizeCalculation: ({ draft }) => draft.text.length * 2 + (draft.docx?.length ?? 0) + 1,
  });
  return {
    keep: (returned) => keepIn(kept, returned),
    find: (id) => kept.get(id),
  };
}
