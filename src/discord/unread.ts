import { ChannelType, type Message } from 'discord.js';
import type { App } from '../app.ts';
import type { Context } from './context.ts';
import { isDraft } from './drafts.ts';
import { isOfInterview, openInterview } from './interview-record.ts';
import { isVoice } from './recordings.ts';
import { type Screen, text as show } from './views/screen.ts';

/** A question is seldom as long, and no statement is much shorter; in words. */
const AS_LONG_AS_A_DRAFT = 150;

const REVIEW =
  'To have a draft reviewed, hold (or right-click) its message, then Apps, then *Review as statement*; or use `/review`. Only you see the review.';
const NOTHING_ASKED = 'Ask me in the same message, or use `/ask`. `/help` says what else I do.';
const UNREADABLE =
  'I can only read what mentions me. Mention me in the message, leave the mention on when you reply, or use `/ask`.';
const UNREAD_ANSWER =
  'I can’t read what is typed here unless it mentions me. Press *Answer*, or mention me with your answer.';
const UNHEARD_ANSWER =
  'I can only listen here to what replies to me: hold (or right-click) my question, choose *Reply*, and record your answer. Or press *Answer* to type it.';
const CANNOT_LISTEN = 'I can’t listen to recordings here: whoever runs me has set no transcriber.';
const TYPE_ANSWER = 'Your interview goes on all the same: press *Answer*, or type it here';
const TYPE_QUESTION = 'Type your question, or use `/ask`; `/interview` starts a mock interview.';

/** What to say to a message for the bot in which it can read nothing; undefined where it is for nobody. */
export async function adviceFor(message: Message, context: Context): Promise<string | undefined> {
  const { attachments, author, channel, client, guildId, mentions } = message;
  if (!guildId || mentions.users.has(client.user.id))
    return attachments.size ? REVIEW : NOTHING_ASKED;
  if (mentions.repliedUser?.id === client.user.id) return UNREADABLE;
  // Of what is written in a server only the bot's own rooms are looked into.
  if (channel.type !== ChannelType.PrivateThread || channel.ownerId !== client.user.id)
    return undefined;
  const held = await openInterview(author.id, context);
  if (!isOfInterview(held, channel.id)) return undefined;
  if (!isVoice(message)) return UNREAD_ANSWER;
  return context.app.hear ? UNHEARD_ANSWER : `${CANNOT_LISTEN} ${UNREAD_ANSWER}`;
}

/** To whose recording nobody can listen, which is no fault of theirs. */
export async function cannotListen(
  { author, channel, guildId }: Message,
  context: Context,
): Promise<Screen> {
  const held = await openInterview(author.id, context);
  const answer = guildId ? `${TYPE_ANSWER} with a mention of me.` : `${TYPE_ANSWER}.`;
  const instead = isOfInterview(held, channel.id) ? answer : TYPE_QUESTION;
  return { blocks: [show(`${CANNOT_LISTEN} ${instead}`)] };
}

/**
 * What to say to a message that is a draft or brings one, and no question; undefined for any other.
 */
export function adviceOnDraft(
  { attachments }: Message,
  text: string,
  { coach, knowledge }: App,
): Screen | undefined {
  const typed = isDraftTyped(text, coach);
  if (!typed && !attachments.some(isDraft)) return undefined;
  // Whoever would be met with care gets it, whatever they attach.
  if (!typed && coach.ask(text).kind === 'crisis') return undefined;
  // Of many stretches of ordinary telling one sounds like trouble: help is offered, and the rest said.
  const care = coach.careIn(text).trouble === 'none' ? [] : [knowledge.perhapsCare()];
  return { blocks: [...care, REVIEW].map(show) };
}

function isDraftTyped(asked: string, coach: App['coach']): boolean {
  if (asked.split(/\s+/).length < AS_LONG_AS_A_DRAFT || /\?\s*$/.test(asked)) return false;
  const { taken, parts } = coach.review(asked);
  return taken === 'statement' && parts.filter(({ status }) => status !== 'missing').length > 1;
}
