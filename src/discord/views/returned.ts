import { counted } from '../../wording.ts';
import { type Screen, text } from './screen.ts';

/** The same for everybody: what a person calls a file stays with them. */
const NAME = 'draft-with-comments.docx';

/** A draft that is given back, as a file; `own` where it is the Word file that was sent. */
export function viewReturned(bytes: Uint8Array, comments: number, own: boolean): Screen {
  const what = own ? 'Your file as it was' : 'A Word file of your text';
  return {
    blocks: [
      text(
        `${what}, with ${counted(comments, 'comment')} in the margin. What is about the whole stands at its end.`,
      ),
    ],
    files: [{ name: NAME, bytes }],
  };
}
