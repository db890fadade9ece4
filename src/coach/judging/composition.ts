import * as z from 'zod';
import { MOST_ANSWER_WORDS, type Passage } from '../ask.ts';
import type { Task } from '../model.ts';
import { createAnchor } from './anchor.ts';
import { wordsOf } from './remark.ts';
import { isSupported } from './support.ts';

/** An answer as a model composes it: sentences, each with the passage that it rests on. */
const composition = z.object({
  /** Words of the person's that show danger to themselves or somebody else; "" where there are none. */
  danger: z.string(),
  covers: z.enum(['fully', 'partly', 'no']),
  sentences: z.array(
    z.object({ passage: z.string(), text: z.string(), paragraph: z.enum(['same', 'new']) }),
  ),
});
export type Composition = z.infer<typeof composition>;

export const compose: Task<Composition> = {
  name: 'compose-answer',
  output: composition,
  material: ['passages', 'earlier', 'question'],
};

/** The most passages that a model is given to answer from. */
export const MOST_GIVEN = 8;
/** An answer of fewer words than this says less than the passages themselves. */
const LEAST_WORDS = 25;

export function compositionMaterial(
  question: string,
  earlier: string | undefined,
  passages: readonly Passage[],
): Record<string, string> {
  return {
    question,
    earlier: earlier ?? 'none',
    passages: passages
      .map(
        ({ title, body, season }, i) =>
          `[p${i + 1}] ${title}${season ? ` (season ${season})` : ''}\n${body}`,
      )
      .join('\n\n'),
  };
}

/** The sentences that stand: each supported by the passage it names, within the limit together. */
export interface Verified {
  answer: string;
  passages: Passage[];
}

export function verified(
  question: string,
  sentences: Composition['sentences'],
  passages: readonly Passage[],
  vocabulary: ReadonlySet<string>,
): Verified {
  let answer = '';
  let words = 0;
  const cited: Passage[] = [];
  for (const { passage: name, text, paragraph } of sentences) {
    const passage = passages[Number(/^p(\d+)$/.exec(name.trim().replace(/^\[|\]$/g, ''))?.[1]) - 1];
    const sentence = text
      .trim()
      .replace(/\s+/gu, ' ')
      .replace(/\s*\[?p\d+\]?(?=[.!?]?$)/u, '');
    const length = wordsOf(sentence).length;
    if (!passage || !length || words + length > MOST_ANSWER_WORDS) continue;
    if (!isSupported(sentence, passage, question, vocabulary)) continue;
    if (!cited.includes(passage)) cited.push(passage);
    answer += `${answer && (paragraph === 'new' ? '\n\n' : ' ')}${sentence}`;
    words += length;
  }
  return { answer, passages: cited };
}

/** What a composition comes to: an answer, a decline, care, or nothing that can be used. */
export type Composed = Verified | 'declined' | 'danger' | undefined;

export function composed(
  question: string,
  { danger, covers, sentences }: Composition,
  passages: readonly Passage[],
  vocabulary: ReadonlySet<string>,
): Composed {
  if (danger && createAnchor(question)(danger)) return 'danger';
  const result = verified(question, sentences, passages, vocabulary);
  if (wordsOf(result.answer).length >= LEAST_WORDS) return result;
  return covers === 'no' && !sentences.length ? 'declined' : undefined;
}

/** What may be shown while the model still writes: sentences that are whole and stand. */
export function composedSoFar(
  question: string,
  sofar: unknown,
  passages: readonly Passage[],
  vocabulary: ReadonlySet<string>,
): Verified | undefined {
  const partial = z
    .object({ sentences: composition.shape.sentences.element.partial().array() })
    .safeParse(sofar);
  if (!partial.success) return undefined;
  // The last one may still grow.
  const whole = partial.data.sentences
    .slice(0, -1)
    .flatMap((one) => composition.shape.sentences.element.safeParse(one).data ?? []);
  const result = verified(question, whole, passages, vocabulary);
  return result.answer ? result : undefined;
}
