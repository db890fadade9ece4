import { ApplicationCommandType } from 'discord.js';
import { LEAST_STATEMENT } from '../../coach/reading/taken.ts';
import { countWords } from '../../coach/text/tokens.ts';
import type { MessageCommand } from '../command.ts';
import { draftFrom, isDraft, reviewDraft } from '../drafts.ts';
import { plain } from '../views/plain.ts';
import { EVERYWHERE } from './everywhere.ts';

/** Reviews a posted draft: its file, such as the message.txt that Discord makes of a long paste, else its text. */
export const reviewMessage: MessageCommand = {
  data: { name: 'Review as statement', type: ApplicationCommandType.Message, ...EVERYWHERE },
  draft: true,
  acknowledge: () => 'private',
  async run(interaction, context) {
    const { content, attachments } = interaction.targetMessage;
    const [file, ...others] = attachments.filter(isDraft).values();
    if (!file) return reviewDraft(interaction, { text: content }, context);
    const left = [
      ...(others.length ? ['its other files'] : []),
      ...(countWords(content) >= LEAST_STATEMENT ? ['its text'] : []),
    ].join(' and ');
    const note = left ? `I read ${plain(file.name)} of that message, and left out ${left}.` : '';
    await reviewDraft(interaction, await draftFrom(file, context), context, note ? { note } : {});
  },
};
