import { ApplicationCommandOptionType, ComponentType, TextInputStyle } from 'discord.js';
import type { SlashCommand } from '../command.ts';
import { customId } from '../custom-id.ts';
import { draftFrom, reviewDraft } from '../drafts.ts';
import { TEXT_INPUT } from '../limits.ts';
import { EVERYWHERE } from './everywhere.ts';

/** The modal's action and its fields; see `actions/review-modal.ts`. */
export const REVIEW = 'review';
export const FIELDS = { file: 'file', first: 'first', second: 'second' } as const;

const paste = (id: string, label: string, description: string) => ({
  type: ComponentType.Label as const,
  label,
  description,
  component: {
    type: ComponentType.TextInput as const,
    custom_id: id,
    style: TextInputStyle.Paragraph,
    required: false,
    max_length: TEXT_INPUT,
  },
});

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
  acknowledge: ({ options }) => (options.getAttachment('draft') ? 'private' : 'modal'),
  async run(interaction, context) {
    const file = interaction.options.getAttachment('draft');
    if (file) return reviewDraft(interaction, await draftFrom(file, context), context);
    await interaction.showModal({
      custom_id: customId(REVIEW),
      title: 'Review my statement',
      components: [
        {
          type: ComponentType.Label,
          label: 'A file',
          description: '.docx, .pdf, .txt or .md; or paste the text below',
          component: {
            type: ComponentType.FileUpload,
            custom_id: FIELDS.file,
            required: false,
            min_values: 0,
            max_values: 1,
          },
        },
        paste(
          FIELDS.first,
          'Or the text',
          'A field takes 4,000 characters; a page is often longer',
        ),
        paste(FIELDS.second, 'And the rest of it', 'Go on here where the first field was full'),
      ],
    });
  },
};
