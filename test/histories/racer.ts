import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { Event, Session } from '../../src/coach/interview/session.ts';
import { step } from '../../src/coach/interview/step.ts';
import { readConfig } from '../../src/config.ts';
import type { Context } from '../../src/discord/context.ts';
import { beginInterview, takeEvent } from '../../src/discord/interviews.ts';
import { createLent } from '../../src/discord/lent.ts';
import { Unusable } from '../../src/unusable.ts';
import { wire } from '../../src/wire.ts';
import { PORTS } from '../coach/interview/support.ts';
import type { Happened, Race } from './race.ts';

/** What came of one delivery: it counted; nothing; or a sentence that says why not. */
export interface Outcome {
  id: string;
  /** The interview that it counted in, and the ids that this had taken in then. */
  won?: { interview: string; seen: string[] };
  refused?: string;
}

/**
 * One of two processes: takes the events that it is told of into the same store as the other, as
 * the bot does it. Only what an answer is worth is not looked at: that takes most of the time.
 */
const [, , url = '', which = '0'] = process.argv;
const app = wire(readConfig({ STORE_URL: url }));
const context = {
  app: {
    ...app,
    coach: { ...app.coach, step: (session: Session, event: Event) => step(session, event, PORTS) },
    // Thinks for a moment, as a model does.
    judged: {
      ...app.judged,
      prepare: async (_: Session, event: Event) => {
        await after(Number(event.id) % 4);
        return event;
      },
    },
    modelHost: 'model',
  },
  accepting: { again: () => undefined },
  lent: createLent(),
  now: Date.now,
} as unknown as Context;

process.on('message', async (race: Race) => {
  const told = race.told[which === '0' ? 0 : 1];
  const outcomes = await Promise.all(
    told.map(async ({ event, wait }) => {
      await after(wait);
      return take(race.person, race.happened[event] as Happened);
    }),
  );
  process.send?.({ person: race.person, outcomes });
});
process.on('disconnect', () => process.exit());
await app.records();
process.send?.('ready');

async function take(person: string, { event, settings, turn }: Happened): Promise<Outcome> {
  const { id } = event;
  try {
    // The place of each is its own, so that one that began twice can be told apart.
    const fresh = { kind: 'dm', channel: randomUUID() } as const;
    const { say, session, place } = settings
      ? await beginInterview({ person }, settings, fresh, id, context)
      : await takeEvent({ person }, event, context, turn);
    return say.length ? { id, won: { interview: place.channel, seen: session.seen } } : { id };
  } catch (error) {
    if (error instanceof Unusable) return { id, refused: error.message };
    throw error;
  }
}
