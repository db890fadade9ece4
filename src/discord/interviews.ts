import type { Say } from '../coach/interview/say.ts';
import type { Event, Session, Settings } from '../coach/interview/session.ts';
import { entryOfInterview } from '../coach/progress.ts';
import { Unusable } from '../unusable.ts';
import type { Context } from './context.ts';

/** Where an interview is held: a private thread, a DM, or replies that only the person sees. */
export type Place = { kind: 'thread' | 'dm' | 'replies'; channel: string };

/** An open interview as it is kept: with the answers, which go with the debrief. */
export interface Held {
  session: Session;
  place: Place;
  /** When it was last used, milliseconds since 1970. */
  at: number;
}

/** What came of an event: what to say, and the session after it. */
export interface Taken {
  say: Say[];
  session: Session;
  place: Place;
}

const PREFIX = 'interview:';
const keyOf = (person: string) => `${PREFIX}${person}`;

/** The seed of an interview, from the id of what began it: begun again by the same event, it is the same. */
export function seedFrom(eventId: string): number {
  return Number(BigInt(eventId) % 1_000_003n);
}

export async function openInterview(person: string, { app }: Context): Promise<Held | undefined> {
  return (await app.records<Held>()).get(keyOf(person));
}

/** Begins an interview in the place of any that is open, and asks the first question. */
export async function beginInterview(
  person: string,
  settings: Settings,
  place: Place,
  eventId: string,
  { app, now }: Context,
): Promise<Taken> {
  const begun = app.coach.step(app.coach.begin(settings), { id: eventId, type: 'start' });
  const held: Held = { session: begun.session, place, at: now() };
  await (await app.records<Held>()).update(keyOf(person), () => held);
  return { say: begun.say, session: begun.session, place };
}

/**
 * Takes an event into a person's interview, in one step however many come at once; one whose id
 * was seen before says nothing. With the debrief the interview goes and its figures are kept.
 */
export async function takeEvent(person: string, event: Event, context: Context): Promise<Taken> {
  const { app, now } = context;
  const records = await app.records<Held>();
  let taken: Taken | undefined;
  await records.update(keyOf(person), (held) => {
    taken = undefined;
    if (!held) return undefined;
    const { session, say } = app.coach.step(held.session, event);
    const ended = session.status === 'ended';
    taken = { say, session, place: held.place };
    return ended ? undefined : { ...held, session, at: now() };
  });
  if (!taken) throw new Unusable('No interview of yours is open; /interview starts one.');
  for (const item of taken.say) {
    if (item.type !== 'debrief' || !item.debrief.answered) continue;
    const entry = entryOfInterview(item.debrief, new Date(now()).toISOString());
    await (await app.progress()).add(person, entry);
  }
  return taken;
}

/** Forgets a person's open interview, answers and all. */
export async function forgetInterview(person: string, { app }: Context): Promise<void> {
  await (await app.records<Held>()).delete(keyOf(person));
}

/** A day without a word: the interview closes with its debrief. In milliseconds. */
export const IDLE = 24 * 60 * 60 * 1000;

/** The people whose interview was left alone for a day. */
export async function idlePeople({ app, now }: Context): Promise<string[]> {
  const records = await app.records<Held>();
  const idle: string[] = [];
  for (const key of await records.keys(PREFIX)) {
    const held = await records.get(key);
    if (held && now() - held.at >= IDLE) idle.push(key.slice(PREFIX.length));
  }
  return idle;
}
