import { ComponentType, type Message } from 'discord.js';
import { inItsLight, leansOnEarlier } from '../coach/ask.ts';
import { unquoted } from './views/plain.ts';

/** How far a chain of replies is gone back, in questions. */
const FURTHEST = 4;
/** In a DM nobody replies to a message; what was said longer ago is another talk. In milliseconds. */
const SAME_TALK = 60 * 60 * 1000;

/** A message without the mention that addresses the bot. */
export function contentOf({ content, client }: Message): string {
  return content.replaceAll(new RegExp(`<@!?${client.user?.id}>`, 'g'), '').trim();
}

/**
 * What was asked before a message that says `text`: in a reply to the bot's answer what that answers, and in a DM what was
 * just answered, where the question leans on it. A follow-up of a few words comes with what it
 * followed up itself.
 */
export async function questionBefore(message: Message, text: string): Promise<string | undefined> {
  if (message.reference?.messageId) return askedBefore(message, FURTHEST);
  if (message.guildId || !leansOnEarlier(text)) return undefined;
  const before = await message.channel.messages.fetch({ before: message.id, limit: 1 });
  const last = before.first();
  if (!last || message.createdTimestamp - last.createdTimestamp > SAME_TALK) return undefined;
  return answeredBy(last, FURTHEST);
}

async function askedBefore(message: Message, further: number): Promise<string | undefined> {
  const answer = await message.fetchReference().catch(() => undefined);
  return answer && answeredBy(answer, further);
}

/** The question that a message of the bot's answers. */
async function answeredBy(answer: Message, further: number): Promise<string | undefined> {
  if (answer.author.id !== answer.client.user.id) return undefined;
  // An answer to /ask replies to nothing, and shows the question itself.
  if (!answer.reference) return unquoted(firstText(answer));
  const asked = await answer.fetchReference().catch(() => undefined);
  if (!asked) return undefined;
  const text = contentOf(asked);
  const leans = asked.reference && further > 1 && inItsLight(text, '…') !== text;
  return leans ? inItsLight(text, await askedBefore(asked, further - 1)) : text;
}

function firstText({ components: [container] }: Message): string {
  if (container?.type !== ComponentType.Container) return '';
  const [first] = container.components;
  return first?.type === ComponentType.TextDisplay ? first.content : '';
}
