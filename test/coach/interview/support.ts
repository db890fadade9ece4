import fc from 'fast-check';
import type { AnswerReview } from '../../../src/coach/answer.ts';
import type { Finding } from '../../../src/coach/finding.ts';
import type { Say } from '../../../src/coach/interview/say.ts';
import {
  type Event,
  newSession,
  type Session,
  type Settings,
} from '../../../src/coach/interview/session.ts';
import { type InterviewPorts, step } from '../../../src/coach/interview/step.ts';
import { SITUATIONS } from '../../../src/knowledge/schema.ts';
import { knowledge } from '../support.ts';

export const BANK = knowledge.bank();
/** Themes that may be chosen: not what is asked about a person's own draft. */
export const THEMES = [
  ...new Set(BANK.filter(({ raisedBy }) => !raisedBy.length).map(({ theme }) => theme)),
];
export const SITUATION_IDS = Object.keys(SITUATIONS);

const FLAGS = ['blame', 'bitter', 'no-ownership', 'no-pivot', 'no-concrete-steps', 'too-short'];

/** A reviewer that needs no model: an answer has the flags that it names, and their words. */
export function stubReview(_question: string, answer: string): AnswerReview {
  const words = answer.split(/\s+/).filter(Boolean).length;
  const findings = FLAGS.filter((flag) => answer.includes(flag)).flatMap((flag) => {
    const finding: Finding = {
      flag,
      level: 'fault',
      label: `label ${flag}`,
      quote: flag,
      start: answer.indexOf(flag),
      end: answer.indexOf(flag) + flag.length,
      why: `why ${flag}`,
      advice: `advice ${flag}`,
      question: `And ${flag}?`,
      reading: `reading#${flag}`,
      drill: `drill ${flag}`,
    };
    // Two quotes for one flag must still count once.
    return flag === 'blame' ? [finding, finding] : [finding];
  });
  const weight = words % 10 ? (words % 10) / 10 : 0;
  const worked = weight > 0.5 ? { quote: answer, does: 'is said', weight } : undefined;
  return { words, seconds: words, findings, worked, source: 'rules' };
}

export const PORTS: InterviewPorts = {
  bank: BANK,
  review: stubReview,
  spareDrills: ['spare one', 'spare two', 'spare three', 'drill blame'],
};

/** What was said at one event, with the sessions before and after it. */
export interface Moment {
  event: Event;
  before: Session;
  after: Session;
  say: Say[];
}

export function play(settings: Settings, events: readonly Event[], ports = PORTS): Moment[] {
  let session = newSession(settings);
  return events.map((event) => {
    const before = session;
    const { session: after, say } = step(before, event, ports);
    session = after;
    return { event, before, after, say };
  });
}

export const settings: fc.Arbitrary<Settings> = fc.record({
  situation: fc.option(fc.constantFrom(...SITUATION_IDS, 'unheard-of'), { nil: undefined }),
  focus: fc.option(fc.constantFrom(...THEMES, 'unheard-of'), { nil: undefined, freq: 3 }),
  rounds: fc.oneof(fc.integer({ min: -2, max: 14 }), fc.constantFrom(Number.NaN, 1e9, 2.5)),
  seed: fc.integer(),
});

/** Something that nobody types by chance, to be looked for where no text may be. */
export const CANARY = 'xylocanary';

const text = fc.oneof(
  fc.constantFrom('', '  ', 'lol', 'idk', '???', 'asdfgh', '🙂', '\n'),
  fc
    .tuple(fc.subarray([...FLAGS]), fc.integer({ min: 1, max: 60 }))
    .map(([flags, words]) => `${CANARY} ${flags.join(' and ')} ${'so I went on '.repeat(words)}`),
  fc.constant(`${CANARY} ${'very long '.repeat(5_000)}`),
  fc.string({ unit: 'binary' }),
);

const turn = fc.option(fc.oneof(fc.integer({ min: -2, max: 30 }), fc.constant(Number.NaN)), {
  nil: undefined,
});

const body = fc.oneof(
  { weight: 8, arbitrary: text.map((said) => ({ type: 'answer' as const, text: said })) },
  { weight: 2, arbitrary: turn.map((wanted) => ({ type: 'retry' as const, turn: wanted })) },
  { weight: 2, arbitrary: fc.constantFrom({ type: 'hint' as const }, { type: 'skip' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'start' as const }) },
);
const rare = fc.constant({ type: 'end' as const });

/** Any sequence of events: ids come again, the start may be late or missing, the end early. */
export const events: fc.Arbitrary<Event[]> = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.tuple(
        fc.nat(60),
        fc.oneof({ weight: 30, arbitrary: body }, { weight: 1, arbitrary: rare }),
      ),
      { maxLength: 45 },
    ),
  )
  .map(([started, list]) => {
    const rest = list.map(([id, event]): Event => ({ id: `e${id}`, ...event }));
    return started ? [{ id: 'start', type: 'start' }, ...rest] : rest;
  });
