import type { Say } from '../coach/interview/say.ts';
import { drawDebrief } from '../pictures/debrief.ts';
import type { Context } from './context.ts';
import { drawn } from './drawing.ts';
import { isOrdinary, traceOf } from './failures.ts';
import { change, keptOf, type Owed, type Taken } from './interview-record.ts';
import { keepFigures, SHOWING } from './interviews.ts';
import { viewSay } from './views/interview.ts';
import { type Pictured, type Screen, text } from './views/screen.ts';

/** An end that nobody came back to see goes after this long, answers and all; in milliseconds. */
const OWED_FOR = 7 * 24 * 60 * 60 * 1000;

const LATE = text('-# From an interview that has ended; it could not be shown to you before.');

/**
 * Shows what came of an event. The end of an interview that could not be shown stays owed, and
 * `tellOwed` shows it when the person is there next; one that was shown is forgotten.
 */
export async function tell(
  person: string,
  { say, session }: Taken,
  eventId: string,
  context: Context,
  send: (screen: Screen) => Promise<unknown>,
): Promise<void> {
  if (!say.length) return;
  const ended = session.status === 'ended';
  try {
    await send(viewSay(say, session, context.titleOf, await pictureOf(say, context)));
  } catch (error) {
    if (ended) await leaveForLater(person, eventId, context, isOrdinary(error));
    throw error;
  }
  if (ended) await wasTold(person, eventId, session.seen, context);
}

/** Forgets the end of an interview that was shown; but not at once that it was, should its act be done again. */
function wasTold(person: string, id: string, ids: string[], context: Context): Promise<void> {
  return change(person, context, ({ owed = [], ...kept }) => ({
    ...kept,
    owed: owed.filter((one) => one.id !== id),
    told: { ids, at: context.now() },
  }));
}

/** One answer is no session to look at. */
const LEAST_ANSWERS = 2;

/** The session drawn, where it ended with answers. */
async function pictureOf(say: readonly Say[], context: Context): Promise<Pictured | undefined> {
  for (const item of say)
    if (item.type === 'debrief' && item.debrief.answered >= LEAST_ANSWERS)
      return drawn('debrief.png', drawDebrief(item.debrief, item.turns), context);
  return undefined;
}

/** Shows what a person is owed of interviews that ended, but for what is being shown already. */
export async function tellOwed(
  person: string,
  context: Context,
  send: (screen: Screen, owed: Owed) => Promise<unknown>,
): Promise<void> {
  const { owed = [] } = await keptOf(person, context);
  if (!owed.some(({ until }) => until <= context.now())) return;
  for (const one of await claim(person, context)) {
    await keepFigures(person, one, context);
    await tell(person, one, one.id, context, ({ blocks, ...screen }) =>
      send({ ...screen, blocks: [LATE, ...blocks] }, one),
    ).catch((error) => context.log.info(traceOf(error), 'the end of an interview stays owed'));
  }
}

/** Leaves the end of an interview for the person's next visit; `gone`: there is no place for it any more. */
export function leaveForLater(
  person: string,
  id: string,
  context: Context,
  gone: boolean,
): Promise<void> {
  return setOwed(person, id, context, (owed) => {
    const place = gone ? { ...owed.place, kind: 'replies' as const } : owed.place;
    return [{ ...owed, place, until: 0 }];
  });
}

/** Takes on what nobody else is showing. */
async function claim(person: string, context: Context): Promise<Owed[]> {
  const now = context.now();
  let claimed: Owed[] = [];
  await change(person, context, ({ owed = [], ...kept }) => {
    const fresh = owed.filter(({ at }) => now - at < OWED_FOR);
    claimed = fresh.filter(({ until }) => until <= now);
    const taken = fresh.map((one) =>
      claimed.includes(one) ? { ...one, until: now + SHOWING } : one,
    );
    return { ...kept, owed: taken };
  });
  return claimed;
}

function setOwed(
  person: string,
  id: string,
  context: Context,
  to: (owed: Owed) => Owed[],
): Promise<void> {
  return change(person, context, ({ owed = [], ...kept }) => ({
    ...kept,
    owed: owed.flatMap((one) => (one.id === id ? to(one) : [one])),
  }));
}
