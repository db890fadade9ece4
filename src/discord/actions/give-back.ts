import { annotate } from '../../documents/annotate/annotate.ts';
import { Unusable } from '../../unusable.ts';
import type { ButtonAction } from '../command.ts';
import { GIVE_BACK } from '../drafts.ts';
import { show } from '../show.ts';
import { viewReturned } from '../views/returned.ts';

/** Gives a reviewed draft back with the review as Word comments. */
export const giveBack: ButtonAction = {
  name: GIVE_BACK,
  acknowledge: () => 'private',
  async run(interaction, [id = ''], context) {
    const returned = context.returning.find(id);
    if (!returned) {
      throw new Unusable('I have forgotten that draft by now; review it again to have it back.');
    }
    const { draft, comments } = returned;
    const bytes = await annotate(draft, comments);
    await show(interaction, viewReturned(bytes, comments.length, Boolean(draft.docx)), context);
  },
};
