import { ComponentType, type ModalSubmitFields, TextInputStyle } from 'discord.js';
import type { Draft } from '../documents/read.ts';
import type { Context } from './context.ts';
import { customId } from './custom-id.ts';
import { draftFrom, joinPaste } from './drafts.ts';
import { TEXT_INPUT } from './limits.ts';

const FIELDS = { file: 'file', first: 'first', second: 'second' } as const;

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

/** A modal that takes a draft: an upload, or a text in two fields, since one is too small for a page. */
export function draftModal(action: string, title: string, ...args: string[]) {
  return {
    custom_id: customId(action, ...args),
    title,
    components: [
      {
        type: ComponentType.Label as const,
        label: 'A file',
        description: '.docx, .pdf, .txt or .md; or paste the text below',
        component: {
          type: ComponentType.FileUpload as const,
          custom_id: FIELDS.file,
          required: false,
          min_values: 0,
          max_values: 1,
        },
      },
      paste(FIELDS.first, 'Or the text', 'A field takes 4,000 characters; a page is often longer'),
      paste(FIELDS.second, 'And the rest of it', 'Go on here where the first field was full'),
    ],
  };
}

/** What was put into it: the upload, else the text. Throws `Unusable`. */
export async function draftIn(fields: ModalSubmitFields, context: Context): Promise<Draft> {
  const file = fields.getUploadedFiles(FIELDS.file)?.first();
  if (file) return draftFrom(file, context);
  const [first, second] = [FIELDS.first, FIELDS.second].map((id) => fields.getTextInputValue(id));
  return { text: joinPaste(first ?? '', second ?? '', TEXT_INPUT) };
}
