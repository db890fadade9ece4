import type { Event, Settings } from '../coach/interview/session.ts';
import type { Caller } from '../coach/model.ts';
import { entryOfInterview } from '../coach/progress.ts';
import { Unusable } from '../unusable.ts';
import type { Context } from './context.ts';
import {
  change,
  type Held,
  type Kept,
  keptOf,
  type Owed,
  type Place,
  type Taken,
} from './interview-record.ts';
import { turnId } from './turn-id.ts';

/** Longer than a model thinks about a debrief and it is then tried to be sent; in milliseconds. */
export const SHOWING = 120_000;

/** The seed of an interview, from the id of what began it: begun again by the same event, it is the same. */
export function seedFrom(eventId: string): number {
  return Number(BigInt(eventId) % 1_000_003n);
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
  const said = { id: eventId, say };
  const open = session.status === 'ended' ? undefined : { session, place, at: now(), said };
  let taken: Taken = { say, session, place };
  await change(caller.person ?? '', context, (before) => {
    const { erased, ...kept } = before;
    if (erased !== undefined && begun <= erased) throw new Unusable(ERASED_MEANWHILE);
    const same = keptSessions(kept).find(({ seen }) => seen.includes(eventId));
    taken = { say: same ? [] : say, session: same ?? session, place };
    if (same) {
      taken = toldBefore(kept, eventId, context) ?? { ...taken, place: kept.open?.place ?? place };
      return before;
    }
    if (keptSessions(kept).some(({ seen }) => seen.some((id) => isLater(id, eventId))))
      throw new Unusable(WENT_ON);
    return { ...kept, open };
  });
  return taken;
}

/** What an event was told that is done again after a stop, if nothing was said after it. */
function toldBefore({ open, owed = [] }: Kept, id: string, { accepting }: Context) {
  if (!accepting.again(id)) return undefined;
  if (open?.said?.id === id) return { ...open, say: open.said.say };
  return owed.find((one) => one.id === id);
}

const keptSessions = ({ open, owed = [] }: Kept) =>
  [...(open ? [open] : []), ...owed].map(({ session }) => session);

/** Discord's ids rise with time; ids of our own say nothing of it. */
const isLater = (id = '', than = '') =>
  [id, than].every((one) => /^\d+$/.test(one)) && BigInt(id) > BigInt(than);

const WENT_ON = 'You went on with an interview after that; /interview shows where it stands.';

const ERASED_MEANWHILE = 'You erased what I keep while this began; /interview begins anew.';

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
  const kept = await keptOf(person, context);
  const told = toldBefore(kept, event.id, context);
  if (told) {
    if ('until' in told) await keepFigures(person, told, context);
    return told;
  }
  const { open: before } = kept;
  // A model thinks outside of the step: what it made of the event counts only while that still fits.
  const meant = before ? asMeant(event, before, turn) : event;
  const draft = context.lent.of(person);
  const ready = before ? await app.judged.prepare(before.session, meant, caller, draft) : meant;
  let taken: Taken | undefined;
  let owed: Owed | undefined;
  let passed: unknown;
  await change(person, context, (kept) => {
    taken = owed = passed = undefined;
    const { open } = kept;
    if (!open) return kept;
    try {
      const { session, say } = app.coach.step(open.session, asMeant(ready, open, turn));
      taken = { say, session, place: open.place };
    } catch (error) {
      passed = error;
      return kept;
    }
    const { say, session } = taken;
    const said = say.length ? { id: event.id, say } : open.said;
    if (session.status !== 'ended') return { ...kept, open: { ...open, session, at: now(), said } };
    if (answeredIn(taken)) owed = { ...taken, id: event.id, at: now(), until: now() + SHOWING };
    return { owed: [...(kept.owed ?? []), ...(owed ? [owed] : [])] };
  });
  if (passed) throw passed;
  if (!taken) throw new Unusable('No interview of yours is open; /interview starts one.');
  if (owed) await keepFigures(person, owed, context);
  if (taken.session.status === 'ended') context.lent.takeBack(person);
  return finished(taken, owed, caller, context);
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
