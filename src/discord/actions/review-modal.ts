import type { ModalAction } from '../command.ts';
import { FIELDS, REVIEW } from '../commands/review.ts';
import { draftFrom, joinPaste, reviewDraft } from '../drafts.ts';
import { TEXT_INPUT } from '../limits.ts';

/** Reviews what was uploaded, else what was pasted. */
export const reviewModal: ModalAction = {
  name: REVIEW,
  acknowledge: () => 'private',
  async run(interaction, _, context) {
    const { fields } = interaction;
    const file = fields.getUploadedFiles(FIELDS.file)?.first();
    const draft = file
      ? await draftFrom(file, context)
      : {
          text: joinPaste(
            fields.getTextInputValue(FIELDS.first),
            fields.getTextInputValue(FIELDS.second),
            TEXT_INPUT,
          ),
        };
    await reviewDraft(interaction, draft, context);
  },
};
