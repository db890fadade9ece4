import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Say } from '../../src/coach/interview/say.ts';
import { newSession, type Session, type Settings } from '../../src/coach/interview/session.ts';
import { step } from '../../src/coach/interview/step.ts';
import type { Entry } from '../../src/coach/progress.ts';
import type { Kept } from '../../src/discord/interview-record.ts';
import { PORTS } from '../coach/interview/support.ts';
import type { Race } from './race.ts';
import type { Outcome } from './racer.ts';

/** An interview as the winners of its events tell it, replayed by itself. */
interface Replayed {
  session: Session;
  say: Say[];
}

/**
 * What must hold of a race whose end is known: each event has one winner or, where all were told why
 * not, none; the winners tell of one order; and what is kept is what that order gives.
 */
export function judge(
  { happened }: Race,
  outcomes: readonly Outcome[],
  kept: Kept,
  figures: readonly Entry[],
): void {
  const interviews = ordersOf(outcomes)
    .map((order) => ({ order, ...replay(happened, order) }))
    .sort((a, b) => begun(a) - begun(b));
  // Where one ends with no answer nothing is kept, nor of what it replaced: told of again, that begins anew.
  const forgotten = Math.max(
    0,
    ...interviews.filter((one) => !isOpen(one) && !answered(one)).map(begun),
  );
  const counted = interviews.filter((one) => answered(one) || begun(one) > forgotten);
  for (const { event } of happened) {
    const winners = counted.filter(({ order }) => order.includes(event.id)).length;
    ok(winners <= 1, `${winners} winners of ${event.type} ${event.id}`);
    const own = outcomes.filter(({ id }) => id === event.id);
    const silent = own.some(({ won, refused }) => !won && !refused);
    ok(own.some(({ won }) => won) || !silent, `${event.type} ${event.id} was lost without a word`);
  }
  const last = counted.at(-1);
  const standing =
    last && isOpen(last)
      ? [last]
      : interviews.filter((one) => begun(one) <= forgotten && isOpen(one));
  const open = kept.open ? JSON.stringify(kept.open.session) : undefined;
  const given = standing.map(({ session }) => JSON.stringify(session));
  if (open || (last && isOpen(last))) ok(given.includes(open ?? ''), 'the open interview');
  const ended = interviews.filter(answered);
  const owed = (kept.owed ?? []).map(({ session, say }) => ({ session, say }));
  equal(
    JSON.stringify(owed),
    JSON.stringify(ended.map(({ session, say }) => ({ session, say }))),
    'the interviews that ended',
  );
  equal(figures.length, ended.length, 'the figures of interviews that ended');
}

const begun = ({ order: [start] }: { order: string[] }) => Number(start);
const isOpen = ({ session: { status } }: Replayed) => status === 'asking';
const answered = ({ say }: Replayed) =>
  say.some((item) => item.type === 'debrief' && item.debrief.answered > 0);

/** The order in which the events of each interview were taken in. */
function ordersOf(outcomes: readonly Outcome[]): string[][] {
  const wins = outcomes.flatMap(({ won }) => (won ? [won] : []));
  const orders = new Map<string, string[]>();
  for (const { interview, seen } of wins)
    if (seen.length > (orders.get(interview)?.length ?? 0)) orders.set(interview, seen);
  for (const { interview, seen } of wins)
    deepEqual(orders.get(interview)?.slice(0, seen.length), seen, 'two orders of one interview');
  equal(wins.length, [...orders.values()].flat().length, 'taken in without a winner');
  return [...orders.values()];
}

function replay(happened: Race['happened'], order: readonly string[]): Replayed {
  const find = (id: string) => happened.find(({ event }) => event.id === id);
  const chosen = find(order[0] ?? '')?.settings as Settings;
  let replayed: Replayed = { session: newSession(chosen), say: [] };
  for (const id of order) {
    const event = find(id)?.event;
    ok(event, `${id} never happened`);
    replayed = step(replayed.session, event, PORTS);
    ok(replayed.say.length > 0, `${id} counted and says nothing`);
  }
  return replayed;
}
