import { Unusable } from '../../unusable.ts';
import type { ButtonAction, ModalAction } from '../command.ts';
import { draftIn, draftModal } from '../draft-modal.ts';
import { COMPARE, reviewDraft } from '../drafts.ts';

const FORGOTTEN =
  'I have forgotten the older draft by now; have both reviewed again, the older first.';
/** To who took longer over it than the older is held. */
const ALONE =
  'I have forgotten the older draft meanwhile, so this is the newer by itself. To compare, have both reviewed again, the older first.';

/** Asks for the newer draft, which is then reviewed beside the older. */
export const compareButton: ButtonAction = {
  name: COMPARE,
  acknowledge: () => 'modal',
  async run(interaction, [id = ''], context) {
    // Before anybody puts a draft in for nothing.
    if (!context.reviewed.find(id)) throw new Unusable(FORGOTTEN);
    await interaction.showModal(draftModal(COMPARE, 'My newer draft', id));
  },
};

/** Reviews the newer draft and says what is mended, what is new and what stayed. */
export const compareModal: ModalAction = {
  name: COMPARE,
  draft: true,
  acknowledge: () => 'private',
  async run(interaction, [id = ''], context) {
    const older = context.reviewed.find(id);
    const beside = older ? { older } : { note: ALONE };
    await reviewDraft(interaction, await draftIn(interaction.fields, context), context, beside);
  },
};
