import type { Statement } from '../../text/statement.ts';
import type { Check } from '../check.ts';

/** Shorter paragraphs may come back on purpose. In words. */
const LEAST_WORDS = 25;
/** Two versions of one paragraph share at least this much of the shorter one's runs of three words. */
const ALIKE = 0.5;

/** A paragraph that stands in the file a second time, changed a little or not: two versions in one. */
export const twice: Check = {
  flag: 'twice',
  level: 'fault',
  find({ statement }) {
    const runs = statement.paragraphs.map((_, i) => runsOf(statement, i));
    const again = runs.findIndex((run, i) => runs.slice(0, i).some((other) => alike(run, other)));
    return statement.sentences.filter(({ paragraph }) => paragraph === again).slice(0, 1);
  },
};

function runsOf({ sentences }: Statement, paragraph: number): Set<string> {
  const words = sentences
    .filter((sentence) => sentence.paragraph === paragraph)
    .flatMap(({ tokens }) => tokens.map(({ form }) => form))
    .filter((form) => /[\p{L}\d]/u.test(form));
  return words.length < LEAST_WORDS
    ? new Set()
    : new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`));
}

function alike(run: Set<string>, other: Set<string>): boolean {
  const least = Math.min(run.size, other.size);
  if (!least) return false;
  let shared = 0;
  for (const words of run) if (other.has(words)) shared++;
  return shared >= least * ALIKE;
}
