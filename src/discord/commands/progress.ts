import type { SlashCommand } from '../command.ts';
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
    const { app } = context;
    const { partCriteria, statementCriteria, answerCriteria } = app.knowledge;
    const labelOf = (id: string) =>
      [answerCriteria(), statementCriteria(), partCriteria()].flatMap((c) => c.get(id) ?? [])[0]
        ?.label ?? id;
    const entries = await (await app.progress()).list(interaction.user.id);
    await show(interaction, viewProgress(entries, labelOf), context);
  },
};
