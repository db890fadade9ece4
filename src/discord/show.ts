import {
  type Message,
  MessageFlags,
  PermissionFlagsBits,
  type RepliableInteraction,
  type SendableChannels,
} from 'discord.js';
import type { Context } from './context.ts';
import { type Payload, payloadOf } from './payload.ts';
import { pageOf } from './turning.ts';
import { pagesOf, picturedIn } from './views/pages.ts';
import type { Screen } from './views/screen.ts';

/** Fills the reply that was deferred, or changes the message that a button stands on. */
export async function show(
  interaction: RepliableInteraction,
  screen: Screen,
  context: Context,
): Promise<void> {
  await showTabs(interaction, () => ({ all: screen }), context);
}

/** The same with several screens, of which the first is shown; see `tabButton` for the way to the others. */
export async function showTabs(
  interaction: RepliableInteraction,
  make: (id: string) => Record<string, Screen>,
  context: Context,
): Promise<void> {
  await interaction.editReply(firstPage(make, context));
}

/** Takes away a reply that has nothing to say; one that was filled before a stop was seen, and stays. */
export async function dropReply(
  interaction: RepliableInteraction,
  { accepting }: Context,
): Promise<void> {
  if (accepting.again(interaction.id) && (await isFilled(interaction))) return;
  await interaction.deleteReply();
}

/** Whether a reply that was deferred says something by now. */
export async function isFilled(interaction: RepliableInteraction): Promise<boolean> {
  return !(await interaction.fetchReply()).flags.has(MessageFlags.Loading);
}

/** What answers something that only one person sees is for that person alone as well. */
export function isHidden(interaction: RepliableInteraction): boolean {
  const message = 'message' in interaction ? interaction.message : null;
  return Boolean(interaction.ephemeral || message?.flags.has(MessageFlags.Ephemeral));
}

/** Says something to the person alone: in the reply, in the place of one that others would see, or after it. */
export async function aside(
  interaction: RepliableInteraction,
  screen: Screen,
  context: Context,
): Promise<void> {
  const waiting = interaction.deferred && !interaction.replied;
  if (waiting && interaction.ephemeral) return show(interaction, screen, context);
  // Of a message that is to be changed it is not known who sees it: it was not deferred as a reply.
  if (waiting && interaction.ephemeral === false) await interaction.deleteReply();
  const page = firstPage(() => ({ all: screen }), context);
  await interaction.followUp({ ...page, flags: [page.flags, MessageFlags.Ephemeral] });
}

/** Posts to a channel, all pages one after the other. `nonce` makes a repeated post count once. */
export async function post(
  channel: SendableChannels,
  screen: Screen,
  nonce?: string,
): Promise<void> {
  const pages = pagesOf(screen);
  for (const [i, page] of pages.entries()) {
    const { blocks, colour, files = [] } = page;
    const edge = colour === undefined ? {} : { colour };
    const only = { blocks, ...edge, files: picturedIn(blocks, files) };
    await channel.send({ ...payloadOf(i === pages.length - 1 ? page : only), ...once(nonce, i) });
  }
}

/** A reply to a message: posted when it is first shown, and changed in its place after that. */
export interface Reply {
  show(screen: Screen): Promise<void>;
}

/** Replies to a message, whose id is the nonce. */
export function createReply(channel: SendableChannels, message: string, context: Context): Reply {
  const reply = mayReply(channel)
    ? { reply: { messageReference: message, failIfNotExists: false } }
    : {};
  let posted: Message | undefined;
  return {
    async show(screen) {
      const page = firstPage(() => ({ all: screen }), context);
      if (posted) await posted.edit(page);
      else posted = await channel.send({ ...page, ...reply, ...once(message, 0) });
    },
  };
}

/** A reply needs to read the history, which a channel can refuse; a post will do there. */
function mayReply(channel: SendableChannels): boolean {
  if (channel.isDMBased()) return true;
  const may = channel.permissionsFor(channel.client.user);
  return may?.has(PermissionFlagsBits.ReadMessageHistory) ?? true;
}

/** Discord takes a second post with a nonce it has just seen for the first one; 25 characters at most. */
function once(nonce: string | undefined, page: number) {
  return nonce ? { nonce: `${nonce}.${page}`.slice(-25), enforceNonce: true } : {};
}

function firstPage(make: (id: string) => Record<string, Screen>, { shown }: Context): Payload {
  const { id, tabs } = shown.keep(make);
  const [tab = ''] = Object.keys(tabs);
  return payloadOf(pageOf(id, tabs, tab, 0) ?? { blocks: [] });
}
