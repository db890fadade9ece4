import * as z from 'zod';
import type { Task } from '../model.ts';
import { questionFit, wordsOf } from './remark.ts';

/** The next question in an interviewer's words. There is room for nothing else. */
const turn = z.object({ question: z.string() });

export const wordQuestion: Task<z.infer<typeof turn>> = {
  name: 'word-question',
  output: turn,
  material: ['style', 'purpose', 'draft', 'answer', 'planned'],
};

/** Words of this many letters tell what a question is about. */
const LETTERS = 5;

/**
 * The model's wording, if it is a fit question, about what was planned or about the person's own
 * words; else the planned one. A candidate cannot talk the interviewer out of asking.
 */
export function wordedQuestion(
  said: string,
  planned: string,
  theirs: string,
  vocabulary: ReadonlySet<string>,
): string {
  const question = questionFit(said, { theirs: `${theirs}\n${planned}`, vocabulary });
  if (!question) return planned;
  const about = new Set(
    [...wordsOf(planned), ...wordsOf(theirs)].filter((word) => word.length >= LETTERS),
  );
  return wordsOf(question).some((word) => about.has(word)) ? question : planned;
}
