import type { Lexicon } from '../coach/reading/lexicon.ts';
import { loadLexicon, loadRubric, type RubricList } from './load.ts';
import type { Report } from './problem.ts';
import type { Criterion } from './schema.ts';

/** How something is said shows no sentence what it is. */
const LISTS: readonly RubricList[] = ['parts', 'statement', 'answer'];

/** The word lists of sentences, with the cues of every criterion as `cue:ID`. */
export function sentenceLexicon(
  root: string,
  report: Report,
  criteriaOf = (list: RubricList): readonly Criterion[] => loadRubric(root, list, report),
): Lexicon {
  const cues: Record<string, string[]> = {};
  for (const list of LISTS) {
    for (const { id, cues: phrases } of criteriaOf(list)) {
      if (phrases.length) cues[`cue:${id}`] = [...(cues[`cue:${id}`] ?? []), ...phrases];
    }
  }
  return { ...loadLexicon(root, 'sentences', report), ...cues };
}
