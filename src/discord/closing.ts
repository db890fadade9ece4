import type { Client } from 'discord.js';
import type { Context } from './context.ts';
import { leaveForLater, tell, tellOwed } from './debriefs.ts';
import { traceOf } from './failures.ts';
import { forgetMarks, interviewed, keptOf, type Place } from './interview-record.ts';
import { takeEvent } from './interviews.ts';
import { isOurs } from './shards.ts';
import { post } from './show.ts';
import type { Screen } from './views/screen.ts';

/** A day without a word: the interview closes with its debrief. In milliseconds. */
export const IDLE = 24 * 60 * 60 * 1000;

/**
 * Closes every interview that was left alone for a day, with its debrief where it was held, and
 * tells there what could not be told before. One that was held in replies has no place left: its
 * end waits for what the person does next.
 */
export async function closeIdle(client: Client<true>, context: Context): Promise<void> {
  for (const person of await interviewed(context)) {
    try {
      await close(client, person, context);
      await forgetMarks(person, context);
    } catch (error) {
      context.log.info(traceOf(error), 'an idle interview could not be told its end');
    }
  }
}

async function close(client: Client<true>, person: string, context: Context): Promise<void> {
  const { open, owed = [] } = await keptOf(person, context);
  if (open && context.now() - open.at >= IDLE && (await isOurs(client, open.place))) {
    const id = `idle:${open.at}`;
    const taken = await takeEvent({ person }, { id, type: 'end' }, context);
    if (taken.place.kind === 'replies') return leaveForLater(person, id, context, true);
    await tell(person, taken, id, context, (screen) => postIn(client, taken.place, screen, id));
  }
  const [first] = owed.filter(({ place }) => place.kind !== 'replies');
  if (first && (await isOurs(client, first.place)))
    await tellOwed(person, context, (screen, { id, place }) => postIn(client, place, screen, id));
}

/** Posts where an interview is held; throws where that place is gone or was none. */
export async function postIn(
  client: Client,
  { kind, channel: id }: Place,
  screen: Screen,
  nonce: string,
): Promise<void> {
  const channel = kind === 'replies' ? null : await client.channels.fetch(id);
  if (!channel?.isSendable()) throw new Error('there is no place to tell it');
  await post(channel, screen, nonce);
}
