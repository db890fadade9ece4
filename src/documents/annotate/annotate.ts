import type { Draft } from '../read.ts';
import { annotateApart } from '../sandbox.ts';
import type { Comment } from './comments.ts';
import { lettersOf } from './letters.ts';

/**
 * The draft as a .docx with Word comments at the quotes: the Word file that it came in, otherwise
 * untouched, or else a new one of its text. In a process of its own, like reading. Throws `Unusable`.
 */
export function annotate(draft: Draft, comments: readonly Comment[]): Promise<Uint8Array> {
  const placed = comments.map(({ quote, start, lines }) => ({
    letters: lettersOf(quote),
    before: lettersOf(draft.text.slice(0, start)).length,
    quote,
    lines,
  }));
  return draft.docx
    ? annotateApart({ comments: placed }, draft.docx)
    : annotateApart({ comments: placed, text: draft.text }, new Uint8Array());
}
