import fc from 'fast-check';
import type { Event, Settings } from '../../src/coach/interview/session.ts';
import { seedFrom } from '../../src/discord/interviews.ts';
import { turnId } from '../../src/discord/turn-id.ts';
import { settings } from '../coach/interview/support.ts';
import { deed } from './history.ts';

/** What happened to one person, and when each of two processes was told of it. */
export interface Race {
  person: string;
  happened: Happened[];
  /** By process. */
  told: [Told[], Told[]];
}

export interface Happened {
  event: Event;
  /** What was chosen, for an event that begins an interview. */
  settings?: Settings | undefined;
  /** The question that it is about, where a button says so. */
  turn?: string | undefined;
}

/** A delivery of one of the events, so many milliseconds after the first. */
export interface Told {
  event: number;
  wait: number;
}

/** A person's ids rise with time, as Discord's do, and are never another's. */
const FIRST_ID = 1_000_000n;
const IDS_EACH = 100n;
/** Milliseconds between two events, and by how much a delivery may be late. */
const BETWEEN = 2;
const LATE = 12;

/** Both are told of everything: once or again, now or late. */
const told = fc.array(fc.nat(LATE), { minLength: 1, maxLength: 2 });
const early = fc.oneof(
  { weight: 3, arbitrary: fc.constant<number[]>([0]) },
  { weight: 1, arbitrary: told },
);
const happening = fc.record({
  deed,
  /** How far off the question is that a button says; nothing is said by what is typed. */
  off: fc.constantFrom(undefined, undefined, undefined, undefined, 0, 0, -1, 1),
  told: fc.tuple(told, told),
});

/** `number` tells people apart. */
export const race = (number: number): fc.Arbitrary<Race> =>
  fc
    .tuple(
      settings,
      fc.array(settings, { minLength: 1, maxLength: 1 }),
      fc.tuple(early, early),
      fc.array(happening, { maxLength: 20, size: 'max' }),
    )
    .map(([first, [second], begun, happenings]) => {
      const ids = FIRST_ID + BigInt(number) * IDS_EACH;
      const idOf = (place: number) => `${ids + BigInt(place)}`;
      const start = { deed: { type: 'start' as const }, off: undefined, told: begun };
      const happened: Happened[] = [];
      const tellings: Race['told'] = [[], []];
      // Which question is asked, as far as one can tell who does not know what the answers are met with.
      let [seed, at] = [0, 0];
      for (const [i, { deed: done, off, told: by }] of [start, ...happenings].entries()) {
        const id = idOf(i);
        if (done.type === 'start') {
          [seed, at] = [seedFrom(id), 0];
          const chosen = { ...(i ? second : first), seed } as Settings;
          happened.push({ event: { id, type: 'start' }, settings: chosen });
        } else {
          const turn =
            off === undefined ? undefined : turnId({ settings: { seed } } as never, at + off);
          const text = done.type === 'answer' ? { text: done.text.replace('#', `${id}.`) } : {};
          happened.push({ event: { ...done, ...text, id } as Event, turn });
          if (done.type === 'answer' || done.type === 'skip') at++;
        }
        by.forEach((waits, process) => {
          for (const late of waits)
            tellings[process as 0 | 1].push({ event: i, wait: i * BETWEEN + late });
        });
      }
      return { person: `p${number}`, happened, told: tellings };
    });
