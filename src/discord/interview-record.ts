import type { Say } from '../coach/interview/say.ts';
import type { Session } from '../coach/interview/session.ts';
import { UNDER_WAY } from '../store/progress.ts';
import type { Context } from './context.ts';

/** Where an interview is held: a private thread, a DM, or replies that only the person sees. */
export type Place = { kind: 'thread' | 'dm' | 'replies'; channel: string };

/** An open interview as it is kept: with the answers, which go when the debrief was seen. */
export interface Held {
  session: Session;
  place: Place;
  /** When it was last used, milliseconds since 1970. */
  at: number;
  /** What was last said, and to which event: one that is done again after a stop is told the same. */
  said?: { id: string; say: Say[] } | undefined;
}

/** What came of an event: what to say, and the session after it. */
export interface Taken {
  say: Say[];
  session: Session;
  place: Place;
}

/** The end of an interview, which is owed to the person until they could see it. */
export interface Owed extends Taken {
  /** The id of the event that ended it. */
  id: string;
  /** When it ended, milliseconds since 1970. */
  at: number;
  /** Until then somebody is showing it. */
  until: number;
}

/** All that is kept of a person's interviews: one record, so that any change is one step. */
export interface Kept {
  open?: Held | undefined;
  owed?: Owed[];
  /** When the person erased them, milliseconds since 1970, for as long as one may be beginning. */
  erased?: number | undefined;
  /** The ids of all that was taken into one whose debrief was shown, for as long as any may be done again, and when. */
  told?: { ids: string[]; at: number } | undefined;
}

const PREFIX = 'interview:';
const keyOf = (person: string) => `${PREFIX}${person}`;
const recordsOf = ({ app }: Context) => app.records<Kept>();

/** What is kept of a person's interviews; empty where nothing is. */
export async function keptOf(person: string, context: Context): Promise<Kept> {
  return (await (await recordsOf(context)).get(keyOf(person))) ?? {};
}

export async function openInterview(person: string, context: Context): Promise<Held | undefined> {
  return (await keptOf(person, context)).open;
}

/** The open interview, unless it is the one that this event began before a stop. */
export async function interviewBefore(
  person: string,
  eventId: string,
  context: Context,
): Promise<Held | undefined> {
  const held = await openInterview(person, context);
  return held && !isBegunBy(held, eventId) ? held : undefined;
}

export const isBegunBy = ({ session: { seen } }: Held, eventId: string): boolean =>
  seen[0] === eventId;

/** Whether an open interview is held in a channel where answers can be typed. */
export function isOfInterview(held: Held | undefined, channel: string): held is Held {
  return held !== undefined && held.place.kind !== 'replies' && held.place.channel === channel;
}

/** Changes what is kept in one step; nothing is left of what is empty. */
export async function change(
  person: string,
  context: Context,
  to: (kept: Kept) => Kept,
): Promise<void> {
  const records = await recordsOf(context);
  await records.update(keyOf(person), (before) => {
    const { open, owed = [], erased, told } = to(before ?? {});
    if (!open && !owed.length && !erased && !told) return undefined;
    return {
      ...(open ? { open } : {}),
      ...(owed.length ? { owed } : {}),
      ...(erased ? { erased } : {}),
      ...(told ? { told } : {}),
    };
  });
}

/** Whether an act was taken into an interview that is open, or whose end was not shown yet. */
export const isTakenIn = ({ open, owed = [] }: Kept, id: string): boolean =>
  open?.session.seen.includes(id) || owed.some((one) => one.id === id);

/** Says where an open interview goes on. */
export function placeInterview(person: string, place: Place, context: Context): Promise<void> {
  return change(person, context, ({ open, ...kept }) => ({
    ...kept,
    open: open && { ...open, place },
  }));
}

/** Forgets a person's interviews, answers and all, and what is just beginning. */
export function forgetInterviews(person: string, context: Context): Promise<void> {
  return change(person, context, () => ({ erased: context.now() }));
}

/** Forgets that somebody erased or was told a debrief, once nothing of before can be under way. */
export function forgetMarks(person: string, context: Context): Promise<void> {
  const recent = (at = 0) => context.now() - at < UNDER_WAY;
  return change(person, context, ({ erased, told, ...kept }) => ({
    ...kept,
    erased: recent(erased) ? erased : undefined,
    told: recent(told?.at) ? told : undefined,
  }));
}

/** The people of whom an interview or its end is kept. */
export async function interviewed(context: Context): Promise<string[]> {
  const keys = await (await recordsOf(context)).keys(PREFIX);
  return keys.map((key) => key.slice(PREFIX.length));
}
