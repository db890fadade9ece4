import type { Say } from '../coach/interview/say.ts';
import type { Event, Session, Settings } from '../coach/interview/session.ts';
import type { Caller } from '../coach/model.ts';
import { entryOfInterview } from '../coach/progress.ts';
import { UNDER_WAY } from '../store/progress.ts';
import { Unusable } from '../unusable.ts';
import type { Context } from './context.ts';
import { turnId } from './turn-id.ts';

/** Where an interview is held: a private thread, a DM, or replies that only the person sees. */
export type Place = { kind: 'thread' | 'dm' | 'replies'; channel: string };

/** An open interview as it is kept: with the answers, which go when the debrief was seen. */
export interface Held {
  session: Session;
  place: Place;
  /** When it was last used, milliseconds since 1970. */
  at: number;
  /** An answer that a model is thinking about; a bot that is stopped meanwhile takes it in when it is back. */
  waiting?: { event: Event; turn: string } | undefined;
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
}

const PREFIX = 'interview:';
const keyOf = (person: string) => `${PREFIX}${person}`;
const recordsOf = ({ app }: Context) => app.records<Kept>();

/** Longer than a model thinks about a debrief and it is then tried to be sent; in milliseconds. */
export const SHOWING = 120_000;

/** The seed of an interview, from the id of what began it: begun again by the same event, it is the same. */
export function seedFrom(eventId: string): number {
  return Number(BigInt(eventId) % 1_000_003n);
}

/** What is kept of a person's interviews; empty where nothing is. */
export async function keptOf(person: string, context: Context): Promise<Kept> {
  return (await (await recordsOf(context)).get(keyOf(person))) ?? {};
}

export async function openInterview(person: string, context: Context): Promise<Held | undefined> {
  return (await keptOf(person, context)).open;
}

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
    const { open, owed = [], erased } = to(before ?? {});
    if (!open && !owed.length && !erased) return undefined;
    return {
      ...(open ? { open } : {}),
      ...(owed.length ? { owed } : {}),
      ...(erased ? { erased } : {}),
    };
  });
}

/**
 * Begins an interview in the place of any that is open, and asks the first question. An event that
 * began one before says nothing; throws `Unusable` for one that comes after what the person did later.
 */
export async function beginInterview(
  caller: Caller,
  settings: Settings,
  place: Place,
  eventId: string,
  context: Context,
): Promise<Taken> {
  const { app, now } = context;
  const begun = now();
  const blank = app.coach.begin(settings);
  const event = await app.judged.prepare(
    blank,
    { id: eventId, type: 'start' },
    caller,
    context.lent.of(caller.person ?? ''),
  );
  const { session, say } = app.coach.step(blank, event);
  // One without questions is over as it begins.
  const open = session.status === 'ended' ? undefined : { session, place, at: now() };
  let taken: Taken = { say, session, place };
  await change(caller.person ?? '', context, (before) => {
    const { erased, ...kept } = before;
    if (erased !== undefined && begun <= erased) throw new Unusable(ERASED_MEANWHILE);
    const same = keptSessions(kept).find(({ seen }) => seen.includes(eventId));
    taken = { say: same ? [] : say, session: same ?? session, place };
    if (same) return before;
    if (keptSessions(kept).some(({ seen }) => seen.some((id) => isLater(id, eventId))))
      throw new Unusable(WENT_ON);
    return { ...kept, open };
  });
  return taken;
}

const keptSessions = ({ open, owed = [] }: Kept) =>
  [...(open ? [open] : []), ...owed].map(({ session }) => session);

/** Discord's ids rise with time; ids of our own say nothing of it. */
const isLater = (id = '', than = '') =>
  [id, than].every((one) => /^\d+$/.test(one)) && BigInt(id) > BigInt(than);

const WENT_ON = 'You went on with an interview after that; /interview shows where it stands.';

const ERASED_MEANWHILE = 'You erased what I keep while this began; /interview begins anew.';

/** Says where an open interview goes on. */
export function placeInterview(person: string, place: Place, context: Context): Promise<void> {
  return change(person, context, ({ open, ...kept }) => ({
    ...kept,
    open: open && { ...open, place },
  }));
}

export const PASSED =
  'That question has passed; use the buttons below the latest one, or /interview to see it again.';

/**
 * Takes an event into a person's interview, in one step however many come at once; one whose id
 * was seen before says nothing. `turn` is the question that it is about, where that is known:
 * throws `Unusable` where it is not asked any more, so that a button pressed twice counts once.
 * With the debrief the interview is open no longer: its figures are
 * kept, and the debrief until it was seen; see `debriefs.ts`.
 */
export async function takeEvent(
  caller: Caller,
  event: Event,
  context: Context,
  turn?: string,
): Promise<Taken> {
  const { app, now } = context;
  const person = caller.person ?? '';
  const before = await openInterview(person, context);
  // A model thinks outside of the step: what it made of the event counts only while that still fits.
  const meant = before ? asMeant(event, before, turn) : event;
  if (before && app.modelHost && meant.type === 'answer')
    await keepWaiting(person, meant, turn ?? turnId(before.session, before.session.at), context);
  const draft = context.lent.of(person);
  const ready = before ? await app.judged.prepare(before.session, meant, caller, draft) : meant;
  let taken: Taken | undefined;
  let owed: Owed | undefined;
  let passed: unknown;
  await change(person, context, (kept) => {
    taken = owed = passed = undefined;
    const { open } = kept;
    if (!open) return kept;
    const waiting = open.waiting?.event.id === event.id ? undefined : open.waiting;
    try {
      const { session, say } = app.coach.step(open.session, asMeant(ready, open, turn));
      taken = { say, session, place: open.place };
    } catch (error) {
      // An answer that was turned away must not be taken in by the next start.
      passed = error;
      return { ...kept, open: { ...open, waiting } };
    }
    const { session } = taken;
    if (session.status !== 'ended')
      return { ...kept, open: { ...open, session, at: now(), waiting } };
    if (answeredIn(taken)) owed = { ...taken, id: event.id, at: now(), until: now() + SHOWING };
    return { owed: [...(kept.owed ?? []), ...(owed ? [owed] : [])] };
  });
  if (passed) throw passed;
  if (!taken) throw new Unusable('No interview of yours is open; /interview starts one.');
  if (owed) await keepFigures(person, owed, context);
  if (taken.session.status === 'ended') context.lent.takeBack(person);
  return finished(taken, owed, caller, context);
}

/** Keeps an answer before a model thinks about it. */
function keepWaiting(person: string, event: Event, turn: string, context: Context): Promise<void> {
  return change(person, context, ({ open, ...kept }) => {
    const fresh = open && !open.session.seen.includes(event.id);
    return {
      ...kept,
      open: fresh ? { ...open, waiting: { event, turn } } : open,
    };
  });
}

/** With what a model adds to a debrief, which is then owed in those words as well. */
async function finished(
  taken: Taken,
  ending: Owed | undefined,
  caller: Caller,
  context: Context,
): Promise<Taken> {
  const say = await context.app.judged.finish(taken.say, caller);
  if (!ending) return { ...taken, say };
  await change(caller.person ?? '', context, ({ owed = [], ...kept }) => ({
    ...kept,
    owed: owed.map((one) => (one.id === ending.id ? { ...one, say } : one)),
  }));
  return { ...taken, say };
}

/**
 * What an event about a turn means now. The last answer said once more to another question: its
 * feedback did not reach the person, who sees it again instead of answering twice.
 */
function asMeant(event: Event, { session }: Held, turn?: string): Event {
  const { turns, at, seen } = session;
  const last = turns.findLastIndex(({ attempts }) => attempts.length);
  // What is typed belongs to no turn that is known.
  const passed = last !== at && (turn === undefined || turn === turnId(session, last));
  if (event.type === 'answer' && passed && turns[last]?.attempts.at(-1)?.text === event.text)
    return { id: event.id, type: 'start' };
  const here = turn === undefined || turn === turnId(session, at);
  // What was said before this interview began was said to another, however late it arrives.
  const before = isLater(seen[0], event.id);
  if ((!here || before) && !seen.includes(event.id)) throw new Unusable(PASSED);
  return event;
}

const answeredIn = ({ say }: Taken) =>
  say.some((item) => item.type === 'debrief' && item.debrief.answered > 0);

/** Keeps the figures of an interview that ended; however often, they count once. */
export async function keepFigures(
  person: string,
  { say, at }: Owed,
  { app }: Context,
): Promise<void> {
  const progress = await app.progress();
  for (const item of say)
    if (item.type === 'debrief')
      await progress.add(person, entryOfInterview(item.debrief, new Date(at).toISOString()), at);
}

/** Forgets a person's interviews, answers and all, and what is just beginning. */
export function forgetInterviews(person: string, context: Context): Promise<void> {
  return change(person, context, () => ({ erased: context.now() }));
}

/** Forgets that somebody erased, once nothing of before can be under way. */
export function forgetErasure(person: string, context: Context): Promise<void> {
  return change(person, context, ({ erased = 0, ...kept }) =>
    context.now() - erased < UNDER_WAY ? { ...kept, erased } : kept,
  );
}

/** The people of whom an interview or its end is kept. */
export async function interviewed(context: Context): Promise<string[]> {
  const keys = await (await recordsOf(context)).keys(PREFIX);
  return keys.map((key) => key.slice(PREFIX.length));
}
