import { drawProgress } from '../../pictures/progress.ts';
import type { SlashCommand } from '../command.ts';
import { drawn } from '../drawing.ts';
import { show } from '../show.ts';
import { viewProgress } from '../views/progress.ts';
import { EVERYWHERE } from './everywhere.ts';

/** The person's own figures. */
export const progress: SlashCommand = {
  data: {
    name: 'progress',
    description: 'What recurs in your answers and drafts, and what went away',
    ...EVERYWHERE,
  },
  acknowledge: () => 'private',
  async run(interaction, context) {
    const { progress, knowledge } = context.app;
    const entries = await (await progress()).list(interaction.user.id);
    const { labelOf } = knowledge;
    const picture = drawProgress(entries, labelOf);
    const course = await drawn('progress.png', picture, context, interaction);
    await show(interaction, viewProgress(entries, labelOf, course), context);
  },
};
