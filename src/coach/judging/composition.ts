import * as z from 'zod';
import { MOST_ANSWER_WORDS, type Passage } from '../ask.ts';
import type { Task } from '../model.ts';
import { createAnchor } from './anchor.ts';
import { wordsOf } from './remark.ts';
import type { Supported } from './support.ts';

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

function verified(
  sentences: Composition['sentences'],
  passages: readonly Passage[],
  isSupported: Supported,
): Verified {
  let answer = '';
  let words = 0;
  const cited: Passage[] = [];
  for (const { passage: name, text, paragraph } of sentences) {
    const passage = passages[Number(/^p(\d+)$/.exec(name.trim().replace(/^\[|\]$/g, ''))?.[1]) - 1];
    // Each sentence rests on the passage by itself: a good one lends nothing to its neighbour.
    const standing = sentencesIn(text).filter((sentence) =>
      passage ? isSupported(sentence, passage) : false,
    );
    const sentence = standing.join(' ');
    const length = wordsOf(sentence).length;
    if (!passage || !length || words + length > MOST_ANSWER_WORDS) continue;
    if (!cited.includes(passage)) cited.push(passage);
    answer += `${answer && (paragraph === 'new' ? '\n\n' : ' ')}${sentence}`;
    words += length;
  }
  return { answer, passages: cited };
}

/** Abbreviations that end with a full stop inside a sentence. */
const ABBREVIATED = /\b(?:Dr|Drs|Mr|Ms|Mrs|St|vs|e\.g|i\.e|etc|U\.S|No)\.$/;

/** The sentences of what was given as one, without the names of passages that were put into them. */
function sentencesIn(text: string): string[] {
  const found: string[] = [];
  const plain = text
    .replace(/\s*[[(]\s*p\d+(?:\s*,\s*p\d+)*\s*[\])]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  for (const piece of plain.split(/(?<=[.!?][”"’')]?) (?=[\p{Lu}\p{N}“"‘'(])/u)) {
    const last = found.at(-1);
    if (last && ABBREVIATED.test(last)) found[found.length - 1] = `${last} ${piece}`;
    else if (piece) found.push(piece);
  }
  return found;
}

/** All that was asked: its words need no source. */
export function withEarlier(question: string, earlier: string | undefined): string {
  return earlier ? `${earlier}\n${question}` : question;
}

/** What a composition comes to: an answer, a decline, care, or nothing that can be used. */
export type Composed = Verified | 'declined' | 'danger' | undefined;

export function composed(
  question: string,
  { danger, covers, sentences }: Composition,
  passages: readonly Passage[],
  isSupported: Supported,
): Composed {
  if (danger && createAnchor(question)(danger)) return 'danger';
  if (covers === 'no') return 'declined';
  const result = verified(sentences, passages, isSupported);
  return wordsOf(result.answer).length >= LEAST_WORDS ? result : undefined;
}

/** What has to be settled before any sentence may be shown. */
const growing = composition
  .pick({ danger: true, covers: true })
  .extend({ sentences: composition.shape.sentences.element.partial().array() });

/** What may be shown while the model still writes: sentences that are whole and stand. */
export function composedSoFar(
  sofar: unknown,
  passages: readonly Passage[],
  isSupported: Supported,
  declined: boolean,
): Verified | undefined {
  const partial = growing.safeParse(sofar);
  if (!partial.success) return undefined;
  const { danger, covers, sentences } = partial.data;
  if (danger || !answers(covers, declined)) return undefined;
  // The last one may still grow.
  const whole = sentences
    .slice(0, -1)
    .flatMap((one) => composition.shape.sentences.element.safeParse(one).data ?? []);
  const result = verified(whole, passages, isSupported);
  return result.answer ? result : undefined;
}

/** What the rules decline is answered only where it is covered in full. */
export function answers(covers: Composition['covers'], declined: boolean): boolean {
  return covers === 'fully' || (covers === 'partly' && !declined);
}
