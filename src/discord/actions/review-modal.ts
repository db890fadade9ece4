import type { ModalAction } from '../command.ts';
import { REVIEW } from '../commands/review.ts';
import { draftIn } from '../draft-modal.ts';
import { reviewDraft } from '../drafts.ts';

/** Reviews what was uploaded, else what was pasted. */
export const reviewModal: ModalAction = {
  name: REVIEW,
  draft: true,
  acknowledge: () => 'private',
  async run(interaction, _, context) {
    await reviewDraft(interaction, await draftIn(interaction.fields, context), context);
  },
};
