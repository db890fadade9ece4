import type { Client } from 'discord.js';
import type { Context } from './context.ts';
import { traceOf } from './failures.ts';
import { idlePeople, takeEvent } from './interviews.ts';
import { post } from './show.ts';
import { viewSay } from './views/interview.ts';

/**
 * Closes every interview that was left alone for a day, with its debrief where it was held. One
 * that was held in replies has no place left to say it; its figures show in /progress.
 */
export async function closeIdle(client: Client<true>, context: Context): Promise<void> {
  for (const person of await idlePeople(context)) {
    try {
      const id = `idle:${person}:${context.now()}`;
      const { say, session, place } = await takeEvent(person, { id, type: 'end' }, context);
      if (place.kind === 'replies' || !say.length) continue;
      const channel = await client.channels.fetch(place.channel);
      if (channel?.isSendable()) await post(channel, viewSay(say, session, context.titleOf));
    } catch (error) {
      context.log.info(traceOf(error), 'an idle interview could not be told its end');
    }
  }
}
