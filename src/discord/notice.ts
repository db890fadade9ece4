import { MessageFlags } from 'discord.js';
import type { Answerable } from './command.ts';
import type { Context } from './context.ts';
import { payloadOf } from './payload.ts';
import { kept } from './views/help.ts';
import { type Block, divider, type Screen, text } from './views/screen.ts';

const PREFIX = 'noticed:';
const marksOf = (person: string) => `${PREFIX}${person}:`;
const DM = 'dm';

/**
 * Says in few lines what is kept, the first time that somebody uses the coach in a server or a DM.
 * `told`: what was just shown has said so.
 */
export async function noticeOnce(
  interaction: Answerable,
  context: Context,
  told: boolean,
): Promise<void> {
  const first = await isFirst(marksOf(interaction.user.id) + (interaction.guildId ?? DM), context);
  if (!first || told) return;
  const page = payloadOf(notice(context));
  await interaction.followUp({ ...page, flags: [page.flags, MessageFlags.Ephemeral] });
}

/**
 * The same for what is typed, to stand below the answer. All see what a server is told, so there it is told once; of who
 * mentions the bot nothing is kept.
 */
export async function noticeTyped(
  person: string,
  server: string | null,
  context: Context,
): Promise<Block[]> {
  const mark = server ? `${PREFIX}server:${server}` : marksOf(person) + DM;
  return (await isFirst(mark, context)) ? [divider, ...notice(context).blocks] : [];
}

const notice = ({ app: { modelHost } }: Context): Screen => ({ blocks: [text(kept(modelHost))] });

/** In how many places a person was told. */
export async function timesNoticed(person: string, { app }: Context): Promise<number> {
  return (await (await app.records()).keys(marksOf(person))).length;
}

export async function forgetNotices(person: string, { app }: Context): Promise<void> {
  const records = await app.records();
  for (const key of await records.keys(marksOf(person))) await records.delete(key);
}

/** Forgets the marks that are older than is to be retained, everybody's: they are told anew. */
export async function forgetOldNotices({ app, now, retain }: Context): Promise<void> {
  const records = await app.records<number>();
  for (const key of await records.keys(PREFIX))
    await records.update(key, (at) => (at !== undefined && now() - at >= retain ? undefined : at));
}

async function isFirst(mark: string, { app, now }: Context): Promise<boolean> {
  let first = false;
  const records = await app.records<number>();
  await records.update(mark, (before) => {
    first = before === undefined;
    return before ?? now();
  });
  return first;
}
