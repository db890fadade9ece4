import type { AnswerReview } from './answer.ts';
import type { Question } from './interview/session.ts';

/** Asked where the answer gives no reason to press and the bank has nothing closer. */
const OPEN = 'What would somebody who worked with you that year say about it?';

/** Two questions are taken for the same from this share of common words. */
const SAME = 0.6;

/**
 * The follow-up to an answer to any question: the bank's own for the first flag that has one,
 * else what the rubric asks for the flag, else an open one.
 */
export function followUpTo(asked: string, review: AnswerReview, bank: readonly Question[]): string {
  const question = closest(asked, bank);
  for (const { flag, question: press } of review.findings) {
    const tied = question?.followUps.find(({ when }) => when === flag);
    if (tied ?? press) return tied?.ask ?? press;
  }
  return question?.followUps.find(({ when }) => when === undefined)?.ask ?? OPEN;
}

function closest(asked: string, bank: readonly Question[]): Question | undefined {
  const words = wordsOf(asked);
  let best: { question: Question; share: number } | undefined;
  for (const question of bank) {
    const others = wordsOf(question.ask);
    const common = [...words].filter((word) => others.has(word)).length;
    const share = common / (words.size + others.size - common || 1);
    if (share > (best?.share ?? 0)) best = { question, share };
  }
  return best && best.share >= SAME ? best.question : undefined;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
