import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import type { SlashCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { keptOf } from '../interview-record.ts';
import { timesNoticed } from '../notice.ts';
import { show } from '../show.ts';
import { eraseScreen, exportScreen, viewKept } from '../views/privacy.ts';
import { EVERYWHERE } from './everywhere.ts';

const sub = (name: string, description: string) => ({
  type: ApplicationCommandOptionType.Subcommand as const,
  name,
  description,
});

/** Everything that is kept of a person. */
async function allKeptOf({ user }: ChatInputCommandInteraction, context: Context) {
  const [progress, { open, owed }, tokens, notices] = await Promise.all([
    context.app.progress().then((store) => store.list(user.id)),
    keptOf(user.id, context),
    context.app.spending.of(user.id),
    timesNoticed(user.id, context),
  ]);
  return { progress, interview: open, ended: owed, tokens, notices };
}

/** What is kept of the person: to see, to take away, to erase. */
export const privacy: SlashCommand = {
  data: {
    name: 'privacy',
    description: 'What I keep of you: see it, take a copy, erase it',
    ...EVERYWHERE,
    options: [
      sub('show', 'What I keep of you'),
      sub('export', 'A copy of all of it, as a file'),
      sub('erase', 'Erase all of it'),
    ],
  },
  acknowledge: () => 'private',
  notice: 'said',
  async run(interaction, context) {
    const asked = interaction.options.getSubcommand();
    if (asked === 'erase') return show(interaction, eraseScreen(), context);
    const kept = await allKeptOf(interaction, context);
    const screen = asked === 'export' ? exportScreen(kept) : viewKept(kept, context.app.modelHost);
    await show(interaction, screen, context);
  },
};
