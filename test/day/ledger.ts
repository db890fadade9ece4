import { at } from '../bench/timing.ts';

/** What came of an event: a result, a line that says to wait or what is wrong, or nothing in time. */
export type Came = 'answered' | 'asked to wait' | 'told why not' | 'failed' | 'unanswered';

/** Something that somebody did, and what came of it; times in milliseconds. */
export interface Entry {
  kind: string;
  /** Whether it was part of the flood from one server. */
  flood: boolean;
  /** When it was done, after the day began. */
  when: number;
  /** Until it was acknowledged; only what is pressed or run is. */
  acknowledged?: number | undefined;
  /** Until all that came of it was seen. */
  done?: number | undefined;
  came: Came;
  /** Who judged or composed it, where that can be told. */
  source?: 'rules' | 'model' | undefined;
}

const NOTICE = /The language model (?:did not|could not|has |declined|said nothing)/;
const WAIT = /(?:That was a lot at once|A lot is being asked in this server just now)\. Give me/;
const WRONG = /Something went wrong on my side/;
const PASSED =
  /That question has passed|No interview of yours is open|This interview is over|went on with an interview/;

/** What a text that somebody reads comes to. `judged`: a model was to have its part in it. */
export function readAs(text: string, judged: boolean): Pick<Entry, 'came' | 'source'> {
  if (WAIT.test(text)) return { came: 'asked to wait' };
  if (WRONG.test(text)) return { came: 'failed' };
  if (PASSED.test(text)) return { came: 'told why not' };
  if (!judged) return { came: 'answered' };
  return { came: 'answered', source: NOTICE.test(text) ? 'rules' : 'model' };
}

/** Figures of a list of times, in milliseconds. */
export function times(list: ReadonlyArray<number | undefined>): string {
  const known = list.filter((time) => time !== undefined);
  if (!known.length) return 'none';
  const [p50, p95, p99, most] = [0.5, 0.95, 0.99, 1].map((share) => Math.round(at(known, share)));
  return `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, slowest ${most} ms`;
}

/** How often each value is there, the most frequent first. */
export function counts(list: ReadonlyArray<string | undefined>): string {
  const counted = new Map<string, number>();
  for (const one of list) if (one) counted.set(one, (counted.get(one) ?? 0) + 1);
  const sorted = [...counted].sort(([, a], [, b]) => b - a);
  return sorted.map(([name, count]) => `${count} ${name}`).join(', ') || 'none';
}
