import type { Message, SendableChannels } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { Unusable } from '../unusable.ts';
import { answerMessage } from './answering.ts';
import type { Context } from './context.ts';
import { tellOwed } from './debriefs.ts';
import { contentOf } from './earlier.ts';
import { explain, isOrdinary, traceOf } from './failures.ts';
import { FULL_FOR } from './pace.ts';
import { recordingIn } from './recordings.ts';
import { createReply, post } from './show.ts';
import { adviceFor } from './unread.ts';
import { text as words } from './views/screen.ts';
import { sorry, tooMany, tooMuch } from './views/sorry.ts';

/** Who is told how to be read is not told again for so long; in milliseconds. */
const ADVISED_FOR = 10 * 60 * 1000;
const EVENT = { kind: 'message', name: 'message' };

/**
 * What is typed or recorded for the bot: an answer where an interview of that person is open in this DM or
 * thread, else a question. In a server only what mentions the bot or replies to it is for it, and
 * only that carries its content.
 */
export function createMessageHandler(context: Context): (message: Message) => Promise<void> {
  const { accepting } = context;
  // Discord may deliver an event twice.
  const seen = new LRUCache<string, true>({ max: 20_000 });
  // Who is told to wait is told once, however much they send.
  const told = new LRUCache<string, true>({ max: 20_000 });
  const holdUp = async ({ author, channel, id }: Message, seconds: number, why: string) => {
    if (told.has(author.id) || !channel.isSendable()) return;
    told.set(author.id, true, { ttl: seconds * 1000 });
    await createReply(channel, id, context).show(sorry(why));
  };
  const advised = new LRUCache<string, true>({ max: 20_000, ttl: ADVISED_FOR });
  const advise = async (message: Message, channel: SendableChannels) => {
    const advice = await adviceFor(message, context);
    if (!advice || advised.has(message.author.id + advice)) return;
    advised.set(message.author.id + advice, true);
    await createReply(channel, message.id, context).show({ blocks: [words(advice)] });
  };
  return async (message) => {
    if (message.author.bot || message.system || seen.has(message.id)) return;
    const text = contentOf(message);
    const says = text || recordingIn(message);
    const { channel } = message;
    if ((text && !isForUs(message)) || !channel.isSendable()) return;
    seen.set(message.id, true);
    try {
      if (!says) return await advise(message, channel);
      context.meter.received(EVENT);
      const whose = message.guildId ?? message.author.id;
      if (!accepting.again(message.id)) {
        const wait = await context.admission.secondsToWait(message.author.id);
        if (wait > 0) return await holdUp(message, wait, tooMuch(wait));
        if (context.pace.isFull(whose)) return await holdUp(message, FULL_FOR, tooMany(FULL_FOR));
        if (!(await accepting.accept(message.id, actOf(message)))) {
          // It may come to be done here all the same, when the other is gone.
          seen.delete(message.id);
          return;
        }
      }
      await context.pace.turn(whose);
      await answerMessage(message, channel, context);
      if (!message.guildId) await owe(message.author.id, channel, context);
    } catch (error) {
      if (isOrdinary(error)) return context.log.info(traceOf(error), 'gone');
      if (!(error instanceof Unusable)) context.meter.failed(EVENT);
      const screen = sorry(explain(error, context.log));
      await post(channel, screen).catch((again) => context.log.info(traceOf(again)));
    } finally {
      await accepting.settle(message.id, message.author.id);
    }
  };
}

const actOf = ({ author, guildId, channelId }: Message) => ({
  person: author.id,
  guild: guildId ?? undefined,
  channel: channelId,
});

/** In a DM nobody else sees what is still owed of an interview that ended. */
const owe = (person: string, channel: SendableChannels, context: Context) =>
  tellOwed(person, context, (screen, { id }) => post(channel, screen, id));

function isForUs({ guildId, mentions, client }: Message): boolean {
  return (
    !guildId ||
    mentions.users.has(client.user?.id ?? '') ||
    mentions.repliedUser?.id === client.user?.id
  );
}
