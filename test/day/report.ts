import { type Inside, mb } from '../bench/built-bot.ts';
import { at } from '../bench/timing.ts';
import type { Violation } from '../servers/discord/index.ts';
import { counts, type Entry, times } from './ledger.ts';

/** All that was found out in a day. */
export interface Found {
  entries: readonly Entry[];
  /** What the bot held before, and at the end of each tenth. */
  insides: readonly Inside[];
  /** Why visits could not go on. */
  broken: readonly string[];
  /** A tenth of the day, in milliseconds. */
  tenth: number;
  /** The tenth in which one server floods. */
  flood: number;
  violations: readonly Violation[];
}

/** An acknowledgement takes less than this for ninety-nine in a hundred, in milliseconds. */
const ACKNOWLEDGED = 1_000;
/** What others may notice of a flood: this many times as long, and so many milliseconds. */
const [TIMES_AS_LONG, AND] = [1.5, 500];
/** By how much the bot may grow from the middle of the day to its end. */
const GROWS = 1.25;

const isBad = ({ came }: Entry) => came === 'unanswered' || came === 'failed';
const acknowledged = (list: readonly Entry[]) => list.map((entry) => entry.acknowledged);
const done = (list: readonly Entry[]) => list.map((entry) => entry.done);

/** What the others met with in the tenth before the flood and in that of the flood, and the flood itself. */
function around({ entries, tenth, flood }: Found) {
  const within = (n: number) => (entry: Entry) => Math.floor(entry.when / tenth) === n;
  const others = entries.filter((entry) => !entry.flood);
  return {
    before: others.filter(within(flood - 1)),
    during: others.filter(within(flood)),
    flooding: entries.filter((entry) => entry.flood),
  };
}

export function report(found: Found): string {
  const { entries, violations, broken } = found;
  const { before, during, flooding } = around(found);
  return [
    `${entries.length} events: ${counts(entries.map(({ kind }) => kind))}`,
    `came of them: ${counts(entries.map(({ came }) => came))}`,
    `not answered: ${counts(entries.filter(isBad).map(({ kind, acknowledged }) => `${kind}${acknowledged === undefined ? '' : ' after it was acknowledged'}`))}`,
    `acknowledged: ${times(acknowledged(entries))}`,
    `all of it seen: ${times(done(entries))}`,
    `answers of which a model was to have a part: ${counts(entries.map(({ source }) => source))}`,
    `others before the flood: ${before.length} events, acknowledged ${times(acknowledged(before))}; seen ${times(done(before))}; ${counts(before.map(({ source }) => source))}`,
    `others in the flood: ${during.length} events, acknowledged ${times(acknowledged(during))}; seen ${times(done(during))}; ${counts(during.map(({ source }) => source))}`,
    `the flood: ${flooding.length} events, acknowledged ${times(acknowledged(flooding))}; seen ${times(done(flooding))}; ${counts(flooding.map(({ source }) => source))}; ${counts(flooding.map(({ came }) => came))}`,
    `visits broken off: ${counts(broken.map((why) => why.replace(/P\d+/, 'somebody')))}`,
    `rules of Discord broken: ${counts(violations.map(({ rule, detail }) => `${rule} (${detail.replace(/\d+ ms/, 'so many ms')})`))}`,
  ].join('\n');
}

/** The promises that were not kept, each in a line. */
export function brokenPromises(found: Found): string[] {
  const { entries, insides, violations, broken } = found;
  const { before, during } = around(found);
  const bad = entries.filter(isBad).length;
  const p99 = share(acknowledged(entries), 0.99);
  const middle = insides[5]?.heapUsed ?? 0;
  const end = insides.at(-1)?.heapUsed ?? 0;
  const slower = (of: typeof acknowledged) =>
    share(of(during), 0.95) > share(of(before), 0.95) * TIMES_AS_LONG + AND;
  return [
    bad || broken.length ? `${bad} events and ${broken.length} visits were not answered` : '',
    p99 < ACKNOWLEDGED ? '' : `p99 of the acknowledgements was ${Math.round(p99)} ms`,
    end <= middle * GROWS ? '' : `the heap grew from ${mb(middle)} to ${mb(end)}`,
    slower(acknowledged) || slower(done) ? 'a flood from one server slowed the others' : '',
    violations.length ? `${violations.length} rules of Discord were broken` : '',
  ].filter(Boolean);
}

function share(list: ReadonlyArray<number | undefined>, of: number): number {
  return at(
    list.filter((time) => time !== undefined),
    of,
  );
}
