import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { type Event, newSession, type Session } from '../../src/coach/interview/session.ts';
import { step } from '../../src/coach/interview/step.ts';
import { PORTS } from '../coach/interview/support.ts';
import { type History, history } from './history.ts';
import { Oracle } from './oracle.ts';

/** What was told in all histories together. */
export interface Told {
  deliveries: number;
  doubles: number;
  answers: number;
  ended: number;
}

/** Tells so many generated histories to the pure session; throws with the smallest that goes wrong. */
export function tellHistories(count: number, seed?: number): Told {
  const told: Told = { deliveries: 0, doubles: 0, answers: 0, ended: 0 };
  const runs = { numRuns: count, ...(seed === undefined ? {} : { seed }) };
  fc.assert(
    fc.property(history, (one) => tell(one, told)),
    runs,
  );
  return told;
}

/** Tells one history, in its order, and compares each person's interview with the oracle's. */
function tell({ settings, deliveries }: History, told: Told): void {
  const people = settings.map((chosen) => ({ session: newSession(chosen), oracle: new Oracle() }));
  for (const { person, event } of deliveries) {
    const one = people[person] as (typeof people)[number];
    const before = one.session;
    const { session, say } = step(before, event, PORTS);
    one.oracle.follows(event, before, session, say);
    // Between any two events it may have been stored, and be read again.
    const stored = JSON.parse(JSON.stringify(before)) as Session;
    const again = step(stored, event, PORTS);
    equal(JSON.stringify(again), JSON.stringify({ session, say }), 'stored, it goes on otherwise');
    one.session = session;
    told.deliveries++;
    if (before.seen.includes(event.id)) told.doubles++;
    if (say.some(({ type }) => type === 'feedback') && event.type === 'answer') told.answers++;
    if (say.some(({ type }) => type === 'debrief')) told.ended++;
  }
  people.forEach(({ session }, person) => {
    const own = deliveries.filter((delivery) => delivery.person === person);
    const once = firsts(own.map(({ event }) => event));
    const alone = once.reduce(
      (so, event) => step(so, event, PORTS).session,
      newSession(settings[person as 0 | 1]),
    );
    deepEqual(session, alone, 'doubles, or another’s events, make a difference');
  });
}

/** Each event where it first came. */
function firsts(events: readonly Event[]): Event[] {
  return events.filter(({ id }, i) => events.findIndex((event) => event.id === id) === i);
}
