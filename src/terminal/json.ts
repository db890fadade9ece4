import * as z from 'zod';
import type { AnswerReview } from '../coach/answer.ts';
import type { Answer } from '../coach/ask.ts';
import type { Explained, Explanation, Sign } from '../coach/explain.ts';
import type { Finding } from '../coach/finding.ts';
import type { RaisedQuestion } from '../coach/raised.ts';
import { PARTS } from '../coach/reading/parts.ts';
import { TAKEN } from '../coach/reading/taken.ts';
import type { Review } from '../coach/review.ts';
import type { Delivery } from '../coach/speech/delivery.ts';

/**
 * The shapes of the JSON lines, a public contract (DESIGN.md): fields may be added, none changed.
 * `quote` is to the letter a part of the input, `start` and `end` are UTF-16 offsets into it.
 */
const source = z.enum(['rules', 'model']);
export const count = z.int().min(0);

const flagLine = z.object({
  flag: z.string(),
  quote: z.string(),
  start: count,
  end: count,
  why: z.string(),
  advice: z.string(),
  reading: z.string(),
  /** To think about; with a model it is about the quote. */
  question: z.string(),
});

/** Why a model that was to help did not. */
const notice = z.string().optional();

const probability = z.number().min(0).max(1);

const sign = z.object({
  quote: z.string(),
  start: count,
  end: count,
  does: z.string(),
  probability,
});

const explained = <T extends readonly [string, ...string[]]>(verdicts: T) =>
  z.object({
    id: z.string(),
    verdict: z.enum(verdicts),
    /** That the part is missing, or that the flag holds; null where nothing is weighed. */
    probability: probability.nullable(),
    threshold: probability.nullable(),
    count: z.object({ value: count, most: count, unit: z.string() }).nullable(),
    for: z.array(sign),
    against: z.array(sign),
  });

const STATUSES = ['present', 'weak', 'missing'] as const;

const explanationField = z.object({
  parts: z.array(explained(STATUSES)),
  flags: z.array(explained(['raised', 'not raised'] as const)),
});

export const reviewLine = z.object({
  file: z.string(),
  words: count,
  characters: count,
  taken: z.enum(TAKEN),
  parts: z.array(
    z.object({
      part: z.enum(PARTS),
      status: z.enum(STATUSES),
      paragraphs: z.array(count),
      quote: z.string(),
    }),
  ),
  inOrder: z.boolean(),
  flags: z.array(flagLine),
  notes: z.array(flagLine),
  setback: z.object({ words: count, share: z.number(), paragraphs: count }),
  /** What an interviewer would ask about it, each with the quote that raises it. */
  questions: z.array(
    z.object({
      id: z.string(),
      ask: z.string(),
      by: z.string(),
      quote: z.string(),
      start: count,
      end: count,
    }),
  ),
  /** With `--explain`. */
  explanation: explanationField.optional(),
  source,
  notice,
});

/** How an answer was said; null where it could not be told. */
const spokenField = z.object({
  /** The true length of the recording. */
  seconds: z.number().min(0).nullable(),
  wordsPerMinute: count.nullable(),
  fillers: z.array(z.object({ quote: z.string(), start: count, end: count })),
  /** In seconds from the beginning. */
  pauses: z.array(z.object({ at: z.number(), seconds: z.number() })).nullable(),
  notes: z.array(flagLine),
});

export const answerLine = z.object({
  id: z.string(),
  words: count,
  seconds: count,
  flags: z.array(flagLine),
  worked: z.object({ quote: z.string(), does: z.string() }).nullable(),
  followUp: z.string(),
  /** With `--audio`: what was heard, and how it was said. */
  transcript: z.string().optional(),
  spoken: spokenField.optional(),
  source,
  notice,
});

export const askLine = z.object({
  id: z.string(),
  kind: z.enum(['answer', 'declined', 'crisis']),
  answer: z.string(),
  citations: z.array(z.object({ id: z.string(), title: z.string() })),
  source,
  notice,
});

const line = ({ flag, quote, start, end, why, advice, reading, question }: Finding) => ({
  flag,
  quote,
  start,
  end,
  why,
  advice,
  reading,
  question,
});

export function reviewToLine(
  file: string,
  review: Review,
  questions: readonly RaisedQuestion[],
  explanation?: Explanation,
): z.infer<typeof reviewLine> {
  const { words, characters, taken, parts, inOrder, faults, notes, setback } = review;
  return {
    file,
    words,
    characters,
    taken,
    parts: parts.map(({ part, status, paragraphs, quote }) => ({
      part,
      status,
      paragraphs,
      quote,
    })),
    inOrder,
    flags: faults.map(line),
    notes: notes.map(line),
    setback: { ...setback, share: rounded(setback.share) },
    questions: [...questions],
    ...(explanation ? { explanation: explanationToField(explanation) } : {}),
    source: review.source,
    ...noticed(review),
  };
}

const noticed = ({ notice: why }: { notice?: string | undefined }) => (why ? { notice: why } : {});

export const rounded = (figure: number) => Math.round(figure * 1000) / 1000;

function explanationToField({
  parts,
  flags,
}: Explanation): NonNullable<z.infer<typeof reviewLine>['explanation']> {
  const sign = (one: Sign) => ({ ...one, probability: rounded(one.probability) });
  const item = <T extends string>(one: Explained<T>) => ({
    ...one,
    probability: one.probability === null ? null : rounded(one.probability),
    for: one.for.map(sign),
    against: one.against.map(sign),
  });
  return { parts: parts.map(item), flags: flags.map(item) };
}

export function answerToLine(
  id: string,
  { words, seconds, findings, worked, spoken, source: by, notice: why }: AnswerReview,
  followUp: string,
  transcript?: string,
): z.infer<typeof answerLine> {
  return {
    id,
    words,
    seconds,
    flags: findings.map(line),
    worked: worked ? { quote: worked.quote, does: worked.does } : null,
    followUp,
    ...(transcript === undefined ? {} : { transcript }),
    ...(spoken ? { spoken: spokenToField(spoken) } : {}),
    source: by,
    ...noticed({ notice: why }),
  };
}

function spokenToField(spoken: Delivery): z.infer<typeof spokenField> {
  const { seconds = null, wordsPerMinute = null, fillers, pauses = null, findings } = spoken;
  return {
    seconds: seconds === null ? null : rounded(seconds),
    wordsPerMinute,
    fillers: fillers.map(({ quote, start, end }) => ({ quote, start, end })),
    pauses,
    notes: findings.map(line),
  };
}

export function askToLine(
  id: string,
  { kind, answer, passages, source: by, notice: why }: Answer,
): z.infer<typeof askLine> {
  return {
    id,
    kind,
    answer,
    citations: passages.map((passage) => ({ id: passage.id, title: passage.title })),
    source: by,
    ...noticed({ notice: why }),
  };
}
