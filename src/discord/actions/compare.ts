import { Unusable } from '../../unusable.ts';
import type { ButtonAction, ModalAction } from '../command.ts';
import { draftIn, draftModal } from '../draft-modal.ts';
import { COMPARE, reviewDraft } from '../drafts.ts';

/** Asks for the newer draft, which is then reviewed beside the older. */
export const compareButton: ButtonAction = {
  name: COMPARE,
  acknowledge: () => 'modal',
  async run(interaction, [id = '']) {
    await interaction.showModal(draftModal(COMPARE, 'My newer draft', id));
  },
};

/** Reviews the newer draft and says what is mended, what is new and what stayed. */
export const compareModal: ModalAction = {
  name: COMPARE,
  acknowledge: () => 'private',
  async run(interaction, [id = ''], context) {
    const older = context.reviewed.find(id);
    if (!older) {
      throw new Unusable(
        'I have forgotten the older draft by now; have both reviewed again, the older first.',
      );
    }
    await reviewDraft(interaction, await draftIn(interaction.fields, context), context, { older });
  },
};
