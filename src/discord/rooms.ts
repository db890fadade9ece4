import {
  type ButtonInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  type PrivateThreadChannel,
  type TextChannel,
} from 'discord.js';
import type { Context } from './context.ts';
import { traceOf } from './failures.ts';
import { isBegunBy, openInterview } from './interview-record.ts';

/** What an interview in a thread needs; at its end there is a transcript to attach. */
const NEEDED = [
  PermissionFlagsBits.CreatePrivateThreads,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.AttachFiles,
];

/**
 * A private thread with the person in it. `refused` where the bot may not make one there, `failed`
 * where it could not; neither leaves anything that the person sees.
 */
export async function openRoom(
  interaction: ChatInputCommandInteraction | ButtonInteraction,
  context: Context,
): Promise<PrivateThreadChannel | 'refused' | 'failed'> {
  const { channel, appPermissions, user, id } = interaction;
  if (channel?.type !== ChannelType.GuildText) return 'refused';
  if (!appPermissions.has(NEEDED)) return 'refused';
  if (context.accepting.again(id)) {
    const left = await roomLeft(channel, user.id, id, context);
    if (left) return left;
  }
  let thread: PrivateThreadChannel | undefined;
  try {
    thread = (await channel.threads.create({
      name: 'Mock interview',
      type: ChannelType.PrivateThread,
      invitable: false,
    })) as PrivateThreadChannel;
    await thread.members.add(user.id);
    return thread;
  } catch (error) {
    context.log.info(traceOf(error), 'no thread');
    if (thread) await closeRoom(thread, user.id, context);
    return 'failed';
  }
}

/** The thread that an act of the person had opened already when the bot was stopped. */
async function roomLeft(
  { threads, client }: TextChannel,
  person: string,
  actId: string,
  context: Context,
): Promise<PrivateThreadChannel | undefined> {
  const held = await openInterview(person, context);
  const { threads: active } = await threads.fetchActive();
  for (const thread of active.values()) {
    const { id, ownerId, members, type } = thread;
    const later = type === ChannelType.PrivateThread && BigInt(id) > BigInt(actId);
    const another = held?.place.channel === id && !isBegunBy(held, actId);
    if (!later || another || ownerId !== client.user.id) continue;
    if (await members.fetch(person).catch(() => undefined)) return thread as PrivateThreadChannel;
  }
  return undefined;
}

/** Takes a person out of a thread that came to nothing, and puts it away; a bot may not delete it. */
export async function closeRoom(
  thread: PrivateThreadChannel,
  person: string,
  { log }: Context,
): Promise<void> {
  try {
    await thread.members.remove(person);
    await thread.setArchived(true);
  } catch (error) {
    log.info(traceOf(error), 'a thread that came to nothing stays');
  }
}
