import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
} from 'discord.js';
import type { Settings } from '../coach/interview/session.ts';
import { callerOf } from './caller.ts';
import type { Context } from './context.ts';
import { traceOf } from './failures.ts';
import { type Place, placeInterview } from './interview-record.ts';
import { beginInterview } from './interviews.ts';
import { closeRoom, openRoom } from './rooms.ts';
import { dropReply, post, show } from './show.ts';
import { viewSay } from './views/interview.ts';
import { type Screen, text } from './views/screen.ts';

const NOTES = {
  thread:
    'Only you and this server’s moderators can see this thread. Press *Answer*, or mention me with your answer.',
  dm: 'Press *Answer*, or just type your answer here.',
  refused: 'I may not make a private thread here, so this stays in messages that only you see.',
  failed:
    'I couldn’t open a private thread for you just now, so this stays in messages that only you see.',
} as const;

/** What is added where somebody listens. */
const ALOUD: Partial<Record<keyof typeof NOTES, string>> = {
  thread: ' Or reply to me with a voice message.',
  dm: ' Or say it in a voice message.',
};

/** The place of an interview that is held where a command or a button was used. */
export function placeHere({
  context,
  channelId,
}: ChatInputCommandInteraction | ButtonInteraction): Place {
  const inDm = context === InteractionContextType.BotDM;
  return { kind: inDm ? 'dm' : 'replies', channel: channelId };
}

/** Finds the place, begins, and asks the first question there; or here, where that place fails. */
export async function startInterview(
  interaction: ChatInputCommandInteraction | ButtonInteraction,
  settings: Settings,
  context: Context,
): Promise<void> {
  const { user, id } = interaction;
  const room = await openRoom(interaction, context);
  const here = placeHere(interaction);
  const there: Place | undefined =
    typeof room === 'string' ? undefined : { kind: 'thread', channel: room.id };
  context.lent.takeBack(user.id);
  const leave = async () => {
    if (typeof room !== 'string') await closeRoom(room, user.id, context);
  };
  const { say, session, place } = await beginInterview(
    callerOf(interaction),
    settings,
    there ?? here,
    id,
    context,
  ).catch(async (error) => {
    await leave();
    throw error;
  });
  const found = (channel: string) =>
    show(interaction, { blocks: [text(foundIn(channel))] }, context);
  if (!say.length) {
    // It went on where it was begun before a stop.
    if (place.kind === 'thread' && place.channel === there?.channel) return found(place.channel);
    return void (await Promise.all([leave(), dropReply(interaction, context)]));
  }
  const screen = viewSay(say, session, context.titleOf);
  const noted = (to: Screen, note: keyof typeof NOTES) => withNote(to, note, context);
  if (typeof room === 'string')
    return show(interaction, noted(screen, here.kind === 'dm' ? 'dm' : room), context);
  try {
    await post(room, noted(screen, 'thread'), id);
  } catch (error) {
    context.log.info(traceOf(error), 'a thread that could not be written to');
    await placeInterview(user.id, here, context);
    await show(interaction, noted(screen, 'failed'), context);
    return closeRoom(room, user.id, context);
  }
  await found(room.id);
}

const foundIn = (channel: string) =>
  `Your interview is in <#${channel}>. Only you and this server’s moderators can see it.`;

/** Begins where the button stands, for who practises what a review raised beside the review. */
export async function startHere(
  interaction: ButtonInteraction,
  settings: Settings,
  context: Context,
): Promise<void> {
  const here = placeHere(interaction);
  const caller = callerOf(interaction);
  const { say, session } = await beginInterview(caller, settings, here, interaction.id, context);
  if (!say.length) return dropReply(interaction, context);
  const screen = viewSay(say, session, context.titleOf);
  await show(interaction, here.kind === 'dm' ? withNote(screen, 'dm', context) : screen, context);
}

const withNote = (screen: Screen, note: keyof typeof NOTES, { app }: Context): Screen => ({
  ...screen,
  blocks: [...screen.blocks, text(`-# ${NOTES[note]}${(app.hear && ALOUD[note]) ?? ''}`)],
});
