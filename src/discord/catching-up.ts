import type { Client, Message } from 'discord.js';
import type { Context } from './context.ts';
import { traceOf } from './failures.ts';
import { type Held, interviewed, keptOf } from './interview-record.ts';
import { isOurs } from './shards.ts';

/** Nobody says more than this before they are answered. */
const MOST = 50;

/**
 * Takes in what was typed for an interview while the bot was away: Discord tells of it only who
 * was there or resumes. Of several messages the first is the answer; those after it were written
 * before the next question could be read.
 */
export async function catchUp(
  client: Client<true>,
  context: Context,
  hear: (message: Message) => Promise<void>,
): Promise<void> {
  for (const person of await interviewed(context)) {
    const { open } = await keptOf(person, context);
    if (!open || open.place.kind === 'replies') continue;
    try {
      if (!(await isOurs(client, open.place))) continue;
      const [missed] = await unanswered(client, person, open);
      if (missed) await hear(missed);
    } catch (error) {
      context.log.info(traceOf(error), 'what was typed meanwhile could not be read');
    }
  }
}

/** What a person wrote where their interview is held, after all that was taken in and said there. */
async function unanswered(
  client: Client<true>,
  person: string,
  { place, session: { seen } }: Held,
): Promise<Message[]> {
  const channel = await client.channels.fetch(place.channel);
  if (!channel?.isTextBased()) return [];
  const ids = seen.filter((id) => /^\d+$/.test(id)).sort(inTime);
  const after = ids.at(-1) ?? '0';
  const later = [...(await channel.messages.fetch({ after, limit: MOST })).values()];
  later.sort((a, b) => inTime(a.id, b.id));
  const said = later.findLastIndex(({ author }) => author.id === client.user.id);
  return later.slice(said + 1).filter(({ author }) => author.id === person);
}

/** Discord's ids rise with time. */
const inTime = (a: string, b: string) => (BigInt(a) < BigInt(b) ? -1 : 1);
