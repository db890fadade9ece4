import { ApplicationCommandType } from 'discord.js';
import type { MessageCommand } from '../command.ts';
import { draftFrom, reviewDraft } from '../drafts.ts';
import { EVERYWHERE } from './everywhere.ts';

const DRAFT = /\.(?:docx|pdf|txt|md)$/i;

/** Reviews a posted draft: its file, such as the message.txt that Discord makes of a long paste, else its text. */
export const reviewMessage: MessageCommand = {
  data: { name: 'Review as statement', type: ApplicationCommandType.Message, ...EVERYWHERE },
  acknowledge: () => 'private',
  async run(interaction, context) {
    const { content, attachments } = interaction.targetMessage;
    const file = attachments.find(({ name }) => DRAFT.test(name));
    await reviewDraft(interaction, file ? await draftFrom(file, context) : content, context);
  },
};
