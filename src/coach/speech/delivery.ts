import { type Criterion, type Finding, findingOf } from '../finding.ts';
import type { Filler, FillerFinder } from './fillers.ts';
import type { Heard, Pause } from './heard.ts';

/**
 * How an answer was said, counted from its sound and its transcript. What could not be told is
 * left out. `findings` are notes: none is a fault of the answer, and none a score.
 */
export interface Delivery {
  /** The true length of the recording, in seconds. */
  seconds?: number | undefined;
  /** Over that length, pauses included. */
  wordsPerMinute?: number | undefined;
  /** Those that the transcript shows; some transcribers leave them out. */
  fillers: Filler[];
  pauses?: Pause[] | undefined;
  findings: Finding[];
}

export interface DeliveryPorts {
  fillers: FillerFinder;
  /** `knowledge/rubric/delivery/`. */
  criteria: ReadonlyMap<string, Criterion>;
}

/** What can be said of a delivery, most telling first; each is a criterion of the rubric. */
export const DELIVERY_FLAGS = ['fast', 'slow', 'fillers', 'long-pauses'] as const;

/** The aim for an answer, in seconds; the article names the minutes. */
export const AIM = { least: 60, most: 120 } as const;

/** Rates of less than this say more of chance than of a habit; in seconds. */
const ENOUGH = 15;
/** The convention is 130 to 150 words a minute (`knowledge/strategy/rules-and-dates.md`); well outside of it the pace is spoken of. */
const FAST = 180;
const SLOW = 105;
/** Fluent speakers are reported to use some 1.2 fillers a minute, weak ones 4.8; the pace of the latter, and not one slip. */
const MOST_FILLERS = 4;
const A_FEW = 3;
/** One silence of this length is long, of shorter ones it takes two; in seconds. */
const VERY_LONG = 4;

/** Counts how an answer of so many words was said. Pure. */
export function deliveryOf(
  text: string,
  words: number,
  { seconds, pauses }: Heard,
  { fillers: find, criteria }: DeliveryPorts,
): Delivery {
  const fillers = find(text);
  const perMinute = (count: number) => (seconds ? (count / seconds) * 60 : undefined);
  const pace = perMinute(words);
  const rate = perMinute(fillers.length) ?? 0;
  const enough = seconds !== undefined && seconds >= ENOUGH;
  const holds: Record<(typeof DELIVERY_FLAGS)[number], boolean> = {
    fast: enough && (pace ?? 0) > FAST,
    slow: enough && (pace ?? Number.POSITIVE_INFINITY) < SLOW,
    fillers: enough && fillers.length >= A_FEW && rate > MOST_FILLERS,
    'long-pauses':
      (pauses ?? []).length > 1 || (pauses ?? []).some((pause) => pause.seconds >= VERY_LONG),
  };
  const findings = DELIVERY_FLAGS.filter((flag) => holds[flag]).map((flag) => {
    const criterion = criteria.get(flag);
    if (!criterion) throw new Error(`knowledge/rubric/delivery has no "${flag}"`);
    return findingOf(text, criterion, 'note', 'absent');
  });
  return {
    seconds,
    wordsPerMinute: pace === undefined ? undefined : Math.round(pace),
    fillers,
    pauses,
    findings,
  };
}
