import { type ChatInputCommandInteraction, InteractionContextType } from 'discord.js';
import type { Settings } from '../coach/interview/session.ts';
import { callerOf } from './caller.ts';
import type { Context } from './context.ts';
import { traceOf } from './failures.ts';
import { beginInterview, type Place, placeInterview } from './interviews.ts';
import { closeRoom, openRoom } from './rooms.ts';
import { post, show } from './show.ts';
import { viewSay } from './views/interview.ts';
import { type Screen, text } from './views/screen.ts';

const NOTES = {
  thread: 'This thread is for you alone. Press *Answer*, or mention me with your answer.',
  dm: 'Press *Answer*, or just type your answer here.',
  refused: 'I may not make a private thread here, so this stays in messages that only you see.',
  failed:
    'I couldn’t open a private thread for you just now, so this stays in messages that only you see.',
} as const;

/** Finds the place, begins, and asks the first question there; or here, where that place fails. */
export async function startInterview(
  interaction: ChatInputCommandInteraction,
  settings: Settings,
  context: Context,
): Promise<void> {
  const { user, id, channelId } = interaction;
  const inDm = interaction.context === InteractionContextType.BotDM;
  const room = await openRoom(interaction, context);
  const here: Place = { kind: inDm ? 'dm' : 'replies', channel: channelId };
  const there: Place | undefined =
    typeof room === 'string' ? undefined : { kind: 'thread', channel: room.id };
  context.lent.takeBack(user.id);
  const { say, session } = await beginInterview(
    callerOf(interaction),
    settings,
    there ?? here,
    id,
    context,
  );
  const screen = viewSay(say, session, context.titleOf);
  if (typeof room === 'string')
    return show(interaction, withNote(screen, inDm ? 'dm' : room), context);
  try {
    await post(room, withNote(screen, 'thread'), id);
  } catch (error) {
    context.log.info(traceOf(error), 'a thread that could not be written to');
    await placeInterview(user.id, here, context);
    await show(interaction, withNote(screen, 'failed'), context);
    return closeRoom(room, user.id, context);
  }
  const found = text(`Your interview is in <#${room.id}>, for you alone.`);
  await show(interaction, { blocks: [found] }, context);
}

const withNote = (screen: Screen, note: keyof typeof NOTES): Screen => ({
  ...screen,
  blocks: [...screen.blocks, text(`-# ${NOTES[note]}`)],
});
