import type { Finding } from './finding.ts';
import type { Question } from './interview/session.ts';
import type { Review } from './review.ts';
import type { Span } from './text/span.ts';

/** A question of the bank that a draft raises, and what in it does: to the letter its own words. */
export interface RaisedQuestion extends Span {
  id: string;
  ask: string;
  /** The flag or the part that the quote was found for. */
  by: string;
  quote: string;
}

/** As many as an interviewer gets through. */
const MOST = 5;
/** Faults draw questions first, but an interview about faults alone would not be one. */
const MOST_OF_FAULTS = 3;

/** What an interviewer asks about first: the setback, what came of it, then the rest of the page. */
const PARTS_ASKED = ['acknowledgment', 'growth', 'vignette', 'vision', 'development'] as const;

/** Where a fault or note that is about something absent is asked about: that part's words. */
const ABSENT_FROM: Readonly<Record<string, string>> = {
  'no-concrete-steps': 'acknowledgment',
  'ir-alone': 'vision',
};

/**
 * The questions that an interviewer would ask who has read the draft: on what is faulty first, then
 * on each part, then on what is worth a look, and where that is little once more on the parts. Each
 * rests on a quote; what is missing raises none here, since the review asks about it. Fewer than
 * five where a draft has little.
 */
export function raisedBy(review: Review, bank: readonly Question[]): RaisedQuestion[] {
  const chosen: RaisedQuestion[] = [];
  const choose = (sources: readonly Source[], most: number, again = false) => {
    for (const { by, quote, start, end } of sources) {
      if (chosen.length >= most) return;
      if (!again && chosen.some((one) => one.start === start)) continue;
      const question = bank.find(
        ({ id, raisedBy }) => raisedBy.includes(by) && chosen.every((one) => one.id !== id),
      );
      if (question) chosen.push({ id: question.id, ask: question.ask, by, quote, start, end });
    }
  };
  const { faults, notes, parts } = review;
  const there = parts.filter(({ quote }) => quote);
  const onParts = PARTS_ASKED.flatMap((wanted) => there.filter(({ part }) => part === wanted)).map(
    (part) => sourceOf(part.part, part),
  );
  const onFindings = (findings: readonly Finding[]) =>
    findings.flatMap((finding) => {
      const { flag, quote } = finding;
      const at = quote ? finding : there.find(({ part }) => part === ABSENT_FROM[flag]);
      return at ? [sourceOf(flag, at)] : [];
    });
  choose(onFindings(faults), MOST_OF_FAULTS);
  choose(onParts, MOST);
  choose(onFindings(notes), MOST);
  choose(onParts, MOST, true);
  return chosen;
}

type Source = Span & { by: string; quote: string };

function sourceOf(by: string, { quote, start, end }: Span & { quote: string }): Source {
  return { by, quote, start, end };
}
