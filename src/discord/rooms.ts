import {
  type ButtonInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  type PrivateThreadChannel,
} from 'discord.js';
import type { Context } from './context.ts';
import { traceOf } from './failures.ts';

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
  { channel, appPermissions, user }: ChatInputCommandInteraction | ButtonInteraction,
  context: Context,
): Promise<PrivateThreadChannel | 'refused' | 'failed'> {
  if (channel?.type !== ChannelType.GuildText) return 'refused';
  if (!appPermissions.has(NEEDED)) return 'refused';
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
