import { ApplicationCommandOptionType } from 'discord.js';
import type { SlashCommand } from '../command.ts';
import { draftModal } from '../draft-modal.ts';
import { draftFrom, reviewDraft } from '../drafts.ts';
import { EVERYWHERE } from './everywhere.ts';

/** The action of the modal; see `actions/review-modal.ts`. */
export const REVIEW = 'review';

/** Reviews a draft: the file given, else what is uploaded or pasted into a modal. */
export const review: SlashCommand = {
  data: {
    name: 'review',
    description: 'A review of your personal statement, for your eyes only',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: 'draft',
        description: 'A .docx, .pdf, .txt or .md; without one you can upload or paste',
      },
    ],
  },
  draft: true,
  acknowledge: ({ options }) => (options.getAttachment('draft') ? 'private' : 'modal'),
  async run(interaction, context) {
    const file = interaction.options.getAttachment('draft');
    if (file) return reviewDraft(interaction, await draftFrom(file, context), context);
    await interaction.showModal(draftModal(REVIEW, 'Review my statement'));
  },
};
