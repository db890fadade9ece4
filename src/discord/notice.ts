import { MessageFlags } from 'discord.js';
import type { Answerable } from './command.ts';
import type { Context } from './context.ts';
import { payloadOf } from './payload.ts';
import { KEPT } from './views/help.ts';
import { text } from './views/screen.ts';

/** Says in two lines what is kept, the first time that somebody uses the coach in a server or a DM. */
export async function noticeOnce(interaction: Answerable, { app }: Context): Promise<void> {
  const scope = interaction.guildId ?? interaction.user.id;
  let first = false;
  const records = await app.records<true>();
  await records.update(`noticed:${scope}`, (before) => {
    first = before === undefined;
    return true;
  });
  if (!first) return;
  const page = payloadOf({ blocks: [text(KEPT)] });
  await interaction.followUp({ ...page, flags: [page.flags, MessageFlags.Ephemeral] });
}
