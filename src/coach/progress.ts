import type { Debrief } from './interview/debrief.ts';
import type { Review } from './review.ts';

/**
 * What is remembered of one review or interview: figures and labels only, never a word of the
 * person's. `flags` counts answers for an interview, and is 1 a flag for a review.
 */
export interface Entry {
  /** When it ended, ISO 8601. */
  at: string;
  kind: 'review' | 'interview';
  /** Statements reviewed (1) or answers given. */
  pieces: number;
  flags: Record<string, number>;
  /** Parts not present, for reviews. */
  missing: string[];
}

/** What the rubric calls a flag or a part of an entry of this kind; the id where it calls it nothing. */
export type LabelOf = (kind: Entry['kind'], id: string) => string;

/** Where entries are kept, in the order in which they were added. */
export interface ProgressStore {
  /**
   * One that is there already, to the letter, is not added again: who is unsure may add it twice.
   * Nothing is added of what had `begun`, in milliseconds since 1970, when the person erased.
   */
  add(person: string, entry: Entry, begun?: number): Promise<void>;
  list(person: string): Promise<Entry[]>;
  /** Erases all of a person's at a moment; what is under way then is not kept either. */
  erase(person: string, at: number): Promise<void>;
  /** Forgets what is older than is to be retained, everybody's. */
  forgetOld(): Promise<void>;
}

export function entryOfReview({ faults, parts }: Review, at: string): Entry {
  return {
    at,
    kind: 'review',
    pieces: 1,
    flags: Object.fromEntries(faults.map(({ flag }) => [flag, 1])),
    missing: parts.filter(({ status }) => status !== 'present').map(({ part }) => part),
  };
}

export function entryOfInterview({ answered, tallies }: Debrief, at: string): Entry {
  return {
    at,
    kind: 'interview',
    pieces: answered,
    flags: Object.fromEntries(tallies.map(({ flag, count }) => [flag, count])),
    missing: [],
  };
}

/** How often a flag stood in the first and in the last of several sittings of one kind. */
export interface Trend {
  flag: string;
  first: number;
  last: number;
  sittings: number;
}

/** What recurs and what went away, most frequent first. Empty with fewer than two sittings. */
export function trends(entries: readonly Entry[], kind: Entry['kind']): Trend[] {
  const sittings = entries.filter((entry) => entry.kind === kind && entry.pieces > 0);
  const [first, last] = [sittings[0], sittings.at(-1)];
  if (!first || !last || first === last) return [];
  const flags = new Set(sittings.flatMap((entry) => Object.keys(entry.flags)));
  const sum = (flag: string) => sittings.filter((entry) => entry.flags[flag]).length;
  return [...flags]
    .map((flag) => ({
      flag,
      first: first.flags[flag] ?? 0,
      last: last.flags[flag] ?? 0,
      sittings: sum(flag),
    }))
    .sort((a, b) => b.sittings - a.sittings);
}
