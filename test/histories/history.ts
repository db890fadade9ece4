import fc from 'fast-check';
import type { Event, Help, Settings } from '../../src/coach/interview/session.ts';
import { CANARY, settings, stubReview } from '../coach/interview/support.ts';

/** What happened to two people, and how a bot was told of it. */
export interface History {
  settings: [Settings, Settings];
  /** Every event as it arrives: late, before one that came first, again, between those of the other. */
  deliveries: Delivery[];
}

export interface Delivery {
  person: 0 | 1;
  event: Event;
}

/** Whether a text of these histories says anything: the coach counts no other as an answer. */
export const isSaid = (text: string): boolean => text.includes(CANARY);

const FLAGS = ['blame', 'bitter', 'no-ownership', 'no-pivot', 'no-concrete-steps', 'too-short'];

/** `#` becomes the number of the event, so that no two answers are alike. */
const text = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.subarray(FLAGS, { maxLength: 3 }), fc.integer({ min: 1, max: 20 }))
      .map(
        ([flags, words]) => `${CANARY}# ${flags.join(' and ')} ${'so I went on '.repeat(words)}`,
      ),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '  ', 'lol', 'idk', '???', 'asdfgh', '🙂', '\n') },
);

const turn = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 14 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);

/** What somebody does; of `end` there is little, or no history would be long. */
export const deed = fc.oneof(
  { weight: 60, arbitrary: text.map((said) => ({ type: 'answer' as const, text: said })) },
  { weight: 12, arbitrary: turn.map((wanted) => ({ type: 'retry' as const, turn: wanted })) },
  { weight: 12, arbitrary: fc.constantFrom({ type: 'hint' as const }, { type: 'skip' as const }) },
  { weight: 4, arbitrary: fc.constant({ type: 'start' as const }) },
  { weight: 3, arbitrary: fc.constant({ type: 'end' as const }) },
);

/** What a model made of it, often too late: for a turn that is not asked any more. */
const help: fc.Arbitrary<Help | undefined> = fc.option(
  fc.record({
    at: fc.nat(8),
    review: fc.constantFrom(undefined, stubReview('', 'no-pivot and a model’s own count of words')),
    ask: fc.constantFrom(undefined, 'And in a model’s words?'),
  }),
  { nil: undefined, freq: 5 },
);

/** By how many places each copy of an event comes late. */
const copies: fc.Arbitrary<number[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<number[]>([0]) },
  { weight: 4, arbitrary: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }) },
);

const happening = fc.record({
  person: fc.constantFrom<(0 | 1)[]>(0, 0, 0, 1),
  deed,
  help,
  copies,
});

export const history: fc.Arbitrary<History> = fc
  .record({
    settings: fc.tuple(settings, settings),
    starts: fc.tuple(copies, copies),
    happenings: fc.array(happening, { maxLength: 32, size: 'max' }),
  })
  .map(({ settings: chosen, starts: begun, happenings }) => {
    const start = (person: 0 | 1) => ({
      person,
      deed: { type: 'start' as const },
      help: undefined,
      copies: begun[person] ?? [0],
    });
    const all = [start(0), start(1), ...happenings];
    const arriving = all.flatMap(({ person, deed: done, help: helped, copies: late }, i) => {
      const event = named(done, i, helped);
      return late.map((by) => ({ person, event, place: i + by }));
    });
    arriving.sort((a, b) => a.place - b.place);
    return {
      settings: chosen,
      deliveries: arriving.map(({ person, event }) => ({ person, event })),
    };
  });

type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

function named(done: Deed, number: number, helped: Help | undefined): Event {
  const id = `e${number}`;
  const told = helped ? { id, help: helped } : { id };
  return done.type === 'answer'
    ? { ...told, type: 'answer', text: done.text.replace('#', `${number}.`) }
    : { ...told, ...done };
}
