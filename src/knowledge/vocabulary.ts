import { wordsOf } from '../coach/judging/remark.ts';
import { filesIn } from './folder.ts';

/** The folders whose words a coach speaks in. */
const SPOKEN: ReadonlyArray<readonly [folder: string, ending: string]> = [
  ['.', '.yaml'],
  ['strategy', '.md'],
  ['outside', '.md'],
  ['asks', '.md'],
  ['questions', '.yaml'],
  ['rubric', '.yaml'],
  ['rubric/parts', '.yaml'],
  ['rubric/statement', '.yaml'],
  ['rubric/answer', '.yaml'],
];

/** Every word of what is said or asked in `knowledge/`, in lower case. */
export function vocabularyOf(root: string): Set<string> {
  const texts = SPOKEN.flatMap(([folder, ending]) => filesIn(root, folder, ending));
  return new Set(texts.flatMap(({ text }) => wordsOf(text)));
}
