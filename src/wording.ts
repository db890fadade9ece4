import type { AnswerReview } from './coach/answer.ts';
import type { Change, Comparison } from './coach/compare.ts';
import type { Aloud } from './coach/interview/debrief.ts';
import type { LabelOf } from './coach/progress.ts';
import type { Delivery } from './coach/speech/delivery.ts';
import { LONG_PAUSE } from './coach/speech/heard.ts';

/** How every front door puts figures into words. */

/** A number with its noun. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}

/** Paragraphs as people count them, runs in short: "paragraphs 1-3, 5"; '' where there are none. */
export function inParagraphs(paragraphs: readonly number[]): string {
  const runs: Array<[number, number]> = [];
  for (const paragraph of paragraphs) {
    const last = runs.at(-1);
    if (last && paragraph === last[1] + 1) last[1] = paragraph;
    else runs.push([paragraph, paragraph]);
  }
  const numbers = runs.map(([from, to]) => (from === to ? from + 1 : `${from + 1}-${to + 1}`));
  return numbers.length ? `paragraph${paragraphs.length > 1 ? 's' : ''} ${numbers.join(', ')}` : '';
}

/** A time to say something, as people say it. */
export function minutes(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** How long an answer is: by the clock where it was heard, else by the time that its words would take. */
export function lengthOf({ words, seconds, spoken }: AnswerReview): string {
  const aim = '(aim for 1 to 2 minutes)';
  if (spoken?.wordsPerMinute === undefined)
    return `${counted(words, 'word')}, about ${minutes(seconds)} to say ${aim}`;
  return `${counted(words, 'word')} in ${minutes(seconds)} ${aim}, ${spoken.wordsPerMinute} a minute`;
}

/** What was counted of how an answer was said, a sentence each. */
export function countsOf({ fillers, pauses, seconds }: Delivery): string[] {
  const silences = pauses?.map((pause) => `${pause.seconds} s at ${clock(pause.at)}`);
  return [
    fillers.length ? `${fillersIn(fillers, seconds)}.` : 'No fillers that the transcript shows.',
    ...(silences?.length
      ? [`${counted(silences.length, 'long pause')}: ${silences.join(', ')}.`]
      : []),
    ...(silences?.length === 0 ? [`No pause of ${LONG_PAUSE} seconds or more.`] : []),
  ];
}

/** How the answers of an interview were said. */
export function aloudLine({ answers, wordsPerMinute, fillersPerMinute }: Aloud): string {
  const fillers = `${fillersPerMinute} ${fillersPerMinute === 1 ? 'filler' : 'fillers'} a minute`;
  return `${counted(answers, 'answer')} aloud: ${wordsPerMinute} words and ${fillers}.`;
}

/** Fillers by how often, and how many of them come in a minute. */
function fillersIn(fillers: Delivery['fillers'], seconds: number | undefined): string {
  const times = new Map<string, number>();
  for (const { quote } of fillers) {
    const word = quote.toLowerCase().replace(/\s+/g, ' ').replace(/^i\b/, 'I');
    times.set(word, (times.get(word) ?? 0) + 1);
  }
  const list = [...times].sort(([, a], [, b]) => b - a).map(([word, n]) => `${word} ${n}`);
  const rate = seconds ? `, ${((fillers.length / seconds) * 60).toFixed(1)} a minute` : '';
  return `${counted(fillers.length, 'filler')} (${list.join(', ')})${rate}`;
}

/** A moment of a recording, as players show it. */
const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** Characters of a transcript in which its owner sees whether it was heard rightly. */
const BEGINNING = 160;

/** How what was heard begins, cut at a word's end. */
export function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= BEGINNING) return line;
  const cut = line.slice(0, BEGINNING);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), BEGINNING / 2)).trimEnd()} …`;
}

/** To who answered with filler, a key-mash or in another language. */
export const UNSCORED =
  'I can’t judge that one, so it doesn’t count. Say it in a few English sentences, as you would aloud.';

/** What is said of an answer without a fault; one that is over in half a minute needs no cut. */
export function nothingToChange(seconds: number): string {
  const next =
    seconds < 60
      ? 'There is time for one more fact, if it is one that you like to be asked about.'
      : 'Say it once more aloud, shorter by one sentence.';
  return `Nothing I would change. ${next}`;
}

/** Whether what a change quotes stands in the older draft alone, which is then said. */
export const isOfOlder = ({ after }: Change): boolean => after === 0 || after === 'missing';

/** A change between two drafts: what it is about, and how it changed where that says more. */
export function changeInWords(
  { kind, id, before, after }: Change,
  labelOf: LabelOf,
): { label: string; how: string } {
  if (kind === 'order') {
    return {
      label: 'The order of the parts',
      how: after ? 'now the usual one' : 'not the usual one',
    };
  }
  const label = labelOf('review', id);
  if (kind === 'part')
    return { label, how: before === after ? `${after}` : `${before} → ${after}` };
  const places = (n: number) => counted(n, 'place');
  if (before === after || !after || !before) return { label, how: '' };
  return { label, how: `${places(Number(before))} → ${places(Number(after))}` };
}

export function setbackInWords({ before, after }: Comparison['setback']): string {
  const share = ({ words, share }: typeof before) =>
    words ? `${counted(words, 'word')} (${Math.round(share * 100)}%)` : 'nothing';
  return `about the setback ${share(before)} → ${share(after)}`;
}

/** Where one of two drafts was judged by rules alone. */
export const UNLIKE =
  'One was read by rules and the other by a model, so some differences may come from that.';
