import type { SlashCommand } from '../command.ts';
import { show } from '../show.ts';
import { viewHelp } from '../views/help.ts';
import { EVERYWHERE } from './everywhere.ts';

/** Says what the coach does, and what it keeps. */
export const help: SlashCommand = {
  data: { name: 'help', description: 'What I do, and what I keep', ...EVERYWHERE },
  acknowledge: () => 'private',
  notice: 'said',
  async run(interaction, context) {
    await show(
      interaction,
      viewHelp(context.app.modelHost, context.app.hear !== undefined),
      context,
    );
  },
};
