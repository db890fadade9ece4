import { wordsOf } from '../coach/judging/remark.ts';
import { filesIn } from './folder.ts';
import type { Passage } from './passages.ts';

/** The folders whose words a coach speaks in, beside the passages. */
const SPOKEN = ['.', 'questions', 'rubric', 'rubric/parts', 'rubric/statement', 'rubric/answer'];

/**
 * Every word that the coach says itself, in lower case. The ways that people ask are left out:
 * they name schools and programs, of which the coach says nothing.
 */
export function vocabularyOf(root: string, passages: readonly Passage[]): Set<string> {
  const texts = SPOKEN.flatMap((folder) => filesIn(root, folder, '.yaml')).map(({ text }) => text);
  const told = passages.flatMap(({ topic, title, body, short }) => [topic, title, body, short]);
  return new Set([...texts, ...told].flatMap(wordsOf));
}
