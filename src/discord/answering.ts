import type { Attachment, Message, SendableChannels } from 'discord.js';
import type { Said } from '../coach/speech/heard.ts';
import type { Hear } from '../model/transcriber.ts';
import { SOUND_LIMIT } from '../sound/sound.ts';
import { callerOf } from './caller.ts';
import type { Context } from './context.ts';
import { tell } from './debriefs.ts';
import { download, Unfetched } from './download.ts';
import { contentOf, questionBefore } from './earlier.ts';
import { createGrowing } from './growing.ts';
import { type Held, isOfInterview, isTakenIn, keptOf, openInterview } from './interview-record.ts';
import { takeEvent } from './interviews.ts';
import { noticeTyped } from './notice.ts';
import { recordingIn } from './recordings.ts';
import { createReply, post } from './show.ts';
import { turnId } from './turn-id.ts';
import { typing } from './typing.ts';
import { adviceOnDraft, cannotListen } from './unread.ts';
import { belowCare, careInstead, viewAnswer } from './views/answer.ts';
import { belowHeard, listenAgain, unheard } from './views/heard.ts';
import type { Screen } from './views/screen.ts';

/** What somebody typed, or what was heard in their recording. */
type Words = Pick<Said, 'text'> & Partial<Said>;

/**
 * Answers a message: one that is an answer, where an interview of that person is open in this DM or
 * thread, else a question. A recording is what is said; what is typed beside it comes first where it
 * asks something, or for help. `turn` is what a recording was first meant for, where it is listened to again.
 */
export async function answerMessage(
  message: Message,
  channel: SendableChannels,
  context: Context,
  turn?: string,
): Promise<void> {
  const text = contentOf(message);
  const recording = recordingIn(message);
  const held = await openInterview(message.author.id, context);
  const beside =
    isOfInterview(held, channel.id) && context.app.coach.careIn(text).trouble !== 'likely';
  if (!recording || (text && !beside)) return answer(message, { text }, channel, context);
  const { hear } = context.app;
  if (!hear) {
    const advice = await cannotListen(message, context);
    return createReply(channel, message.id, context).show(advice);
  }
  await context.order.listen(message.author.id, () =>
    answerAloud(message, recording, hear, channel, context, turn),
  );
}

/** Listens first. What is kept is the transcript: until then, who reads the message again misses nothing. */
async function answerAloud(
  message: Message,
  recording: Attachment,
  hear: Hear,
  channel: SendableChannels,
  context: Context,
  meant?: string,
): Promise<void> {
  // What is pressed meanwhile may bring up another question; this answers the one that was there.
  const turn = meant ?? turnIn(await openInterview(message.author.id, context), channel.id);
  const fetch = () => download(recording, context.apiUrl, SOUND_LIMIT);
  const heard = await typing(channel, () => hear(fetch, callerOf(message))).catch(unfetched);
  if (heard instanceof Unfetched)
    return post(channel, listenAgain(heard.message, message.id, turn));
  if ('failure' in heard) return post(channel, unheard(heard.failure, message.id, turn));
  await answer(message, heard.value, channel, context, turn);
}

/** The question that is asked in a channel; '' where none is, and what is said there asks one. */
export const turnIn = (held: Held | undefined, channel: string): string =>
  isOfInterview(held, channel) ? turnId(held.session, held.session.at) : '';

function unfetched(error: unknown): Unfetched {
  if (error instanceof Unfetched) return error;
  throw error;
}

async function answer(
  message: Message,
  words: Words,
  channel: SendableChannels,
  context: Context,
  turn?: string,
): Promise<void> {
  const kept = await keptOf(message.author.id, context);
  const asks = turn === undefined ? !isOfInterview(kept.open, channel.id) : turn === '';
  // Done again after a stop, an answer may have ended its interview already.
  const taken = context.accepting.again(message.id) && isTakenIn(kept, message.id);
  if (asks && !taken) return answerQuestion(message, words, channel, context);
  return takeAnswer(message, words, channel, context, turn);
}

/** Takes in an answer of an interview. `turn` is the question that it is about, where that is known. */
async function takeAnswer(
  message: Message,
  { text, heard }: Words,
  channel: SendableChannels,
  context: Context,
  turn?: string,
): Promise<void> {
  const { author, id } = message;
  const { trouble, words: care } = context.app.coach.careIn(text);
  if (trouble === 'likely') {
    const held = await openInterview(author.id, context);
    const now = held ? turnId(held.session, held.session.at) : '';
    const kept = { event: id, person: author.id, turn: turn ?? now, text, heard };
    return post(channel, careInstead(care, context.keptBack.keep(kept)), id);
  }
  // What was said before it is the answer to what was asked before; trouble waits for nothing.
  if (!heard) await context.order.heard(author.id);
  const event = { id, type: 'answer', text, heard } as const;
  const taken = await typing(channel, () => takeEvent(callerOf(message), event, context, turn));
  const shown = (screen: Screen) => belowCare(care, heard ? belowHeard(text, screen) : screen);
  return tell(author.id, taken, id, context, (screen) => post(channel, shown(screen), id));
}

async function answerQuestion(
  message: Message,
  { text, heard }: Words,
  channel: SendableChannels,
  context: Context,
): Promise<void> {
  const { author, guildId, id } = message;
  const reply = createReply(channel, id, context);
  const draft = heard ? undefined : adviceOnDraft(message, text, context.app);
  if (draft) return reply.show(draft);
  const earlier = await questionBefore(message, text);
  const growing = createGrowing(reply.show);
  const found = await typing(channel, () =>
    context.app.judged.ask(text, callerOf(message), { earlier, partly: growing.grow }),
  );
  await growing.settled();
  const screen = viewAnswer(found);
  // Care stands alone.
  if (found.kind === 'crisis') return reply.show(screen);
  const notice = await noticeTyped(author.id, guildId, context);
  const answered = { ...screen, blocks: [...screen.blocks, ...notice] };
  await reply.show(heard ? belowHeard(text, answered) : answered);
}
