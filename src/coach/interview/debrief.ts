import type { Strength } from '../answer.ts';
import type { Finding } from '../finding.ts';
import type { Attempt, Session } from './session.ts';

/** A figure of a session: how often a flag stood in the last try at each question. */
export interface Tally {
  flag: string;
  label: string;
  count: number;
}

/** How answers were said, over all of their time. */
export interface Aloud {
  answers: number;
  wordsPerMinute: number;
  fillersPerMinute: number;
}

/** What is said at the end. Quotes are the person's own; nothing here is a score. */
export interface Debrief {
  answered: number;
  skipped: number;
  /** The mean time it would take to say an answer, in seconds. */
  seconds: number;
  /** Of the answers that were heard, where any was. */
  aloud?: Aloud | undefined;
  tallies: Tally[];
  /** The flag that came back, at least twice; it is the one to work on. */
  habit: (Tally & { advice: string; why: string }) | undefined;
  best: Strength | undefined;
  drills: string[];
  /** A question to take along, in a model's words. */
  question?: string | undefined;
  reading: string[];
  /** Why a model that was to help did not; for the person to read. */
  notice?: string | undefined;
}

const DRILLS = 3;
const READINGS = 3;

/** Sums up a session from its turns. `spare` are drills for who has fewer faults than drills. */
export function debriefOf(session: Session, spare: readonly string[]): Debrief {
  const attempts = session.turns.flatMap(({ attempts: all }) => all.at(-1) ?? []);
  const findings = attempts.flatMap(({ review }) => distinct(review.findings));
  const tallies = tally(findings);
  const worst = tallies[0];
  const words = (flag: string) => findings.find((finding) => finding.flag === flag);
  const inOrder = tallies.flatMap(({ flag }) => words(flag) ?? []);
  const said = attempts.flatMap(({ review }) => review.spoken?.findings ?? []);
  const habits = tally(said).flatMap(({ flag }) => said.find((one) => one.flag === flag) ?? []);
  return {
    answered: attempts.length,
    skipped: session.turns.filter(({ skipped }) => skipped).length,
    seconds: Math.round(mean(attempts.map(({ review }) => review.seconds))),
    aloud: aloudIn(attempts),
    tallies,
    habit:
      worst && worst.count >= 2
        ? { ...worst, advice: words(worst.flag)?.advice ?? '', why: words(worst.flag)?.why ?? '' }
        : undefined,
    best: bestOf(attempts),
    drills: unique([
      ...[...inOrder, ...habits].flatMap(({ drill }) => drill ?? []),
      ...spare,
    ]).slice(0, DRILLS),
    reading: unique(inOrder.map(({ reading }) => reading)).slice(0, READINGS),
  };
}

/** A flag counts once an answer, however many quotes it has. */
function distinct(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ flag }, i) => findings.findIndex((f) => f.flag === flag) === i);
}

function tally(findings: readonly Finding[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { flag, label } of findings) {
    const entry = tallies.get(flag) ?? { flag, label, count: 0 };
    tallies.set(flag, { ...entry, count: entry.count + 1 });
  }
  return [...tallies.values()].sort((a, b) => b.count - a.count);
}

function aloudIn(attempts: readonly Attempt[]): Aloud | undefined {
  const heard = attempts.flatMap(({ review: { words, spoken } }) =>
    spoken?.seconds ? [{ words, fillers: spoken.fillers.length, seconds: spoken.seconds }] : [],
  );
  const total = (of: 'words' | 'fillers' | 'seconds') =>
    heard.reduce((sum, one) => sum + one[of], 0);
  const minutes = total('seconds') / 60;
  if (!minutes) return undefined;
  return {
    answers: heard.length,
    wordsPerMinute: Math.round(total('words') / minutes),
    fillersPerMinute: Math.round((total('fillers') / minutes) * 10) / 10,
  };
}

function bestOf(attempts: readonly Attempt[]): Strength | undefined {
  return attempts
    .flatMap(({ review }) => review.worked ?? [])
    .reduce<Strength | undefined>(
      (best, next) => (!best || next.weight > best.weight ? next : best),
      undefined,
    );
}

function mean(list: readonly number[]): number {
  return list.length ? list.reduce((sum, x) => sum + x, 0) / list.length : 0;
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
