import type { Ports } from '../coach/coach.ts';
import type { LabelOf } from '../coach/progress.ts';
import { createReader } from '../coach/reading/reader.ts';
import { createFillerFinder } from '../coach/speech/fillers.ts';
import { createTroubleFinder } from '../coach/trouble.ts';
import type { Asks } from './asks.ts';
import { sentenceLexicon } from './cues.ts';
import {
  loadAsks,
  loadCare,
  loadDrills,
  loadInterviewers,
  loadLexicon,
  loadPassages,
  loadQuestions,
  loadRubric,
  loadStrengths,
  type RubricList,
  strict,
} from './load.ts';
import { latest, once } from './once.ts';
import type { Passage } from './passages.ts';
import type { Criterion } from './schema.ts';
import { createSearch } from './search/search.ts';
import { loadModels, loadTroubleModel, loadWordVectors } from './trained.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What the coach knows, read from `knowledge/` on first use of each part. */
export interface Knowledge extends Ports {
  /** Every passage that can be cited, by id. */
  passages(): ReadonlyMap<string, Passage>;
  partCriteria(): ReadonlyMap<string, Criterion>;
  labelOf: LabelOf;
  /** Every word of it, in lower case. */
  vocabulary(): ReadonlySet<string>;
}

export function openKnowledge(root: string): Knowledge {
  const criteria: Record<RubricList, () => readonly Criterion[]> = {
    parts: once(() => loadRubric(root, 'parts', strict)),
    statement: once(() => loadRubric(root, 'statement', strict)),
    answer: once(() => loadRubric(root, 'answer', strict)),
    delivery: once(() => loadRubric(root, 'delivery', strict)),
  };
  const byId = (list: RubricList) => new Map(criteria[list]().map((item) => [item.id, item]));
  const partCriteria = once(() => byId('parts'));
  const statementCriteria = once(() => byId('statement'));
  const answerCriteria = once(() => byId('answer'));
  const strategy = once(() => loadPassages(root, 'strategy', strict));
  return {
    passages: once(() => new Map(strategy().map((passage) => [passage.id, passage]))),
    partCriteria,
    statementCriteria,
    answerCriteria,
    labelOf: (kind, id) => {
      const lists = kind === 'review' ? [statementCriteria, partCriteria] : [answerCriteria];
      return lists.map((list) => list().get(id)?.label).find(Boolean) ?? id;
    },
    strengths: once(() => loadStrengths(root, strict)),
    delivery: once(() => ({
      fillers: createFillerFinder(loadLexicon(root, 'speech', strict)),
      criteria: byId('delivery'),
    })),
    manners: once(() => loadInterviewers(root, strict)),
    spareDrills: once(() => loadDrills(root, strict)),
    bank: once(() => loadQuestions(root, strict)),
    reader: once(() =>
      createReader(
        loadModels(root),
        sentenceLexicon(root, strict, (list) => criteria[list]()),
        loadLexicon(root, 'topics', strict),
      ),
    ),
    trouble: once(() =>
      createTroubleFinder(loadTroubleModel(root), loadLexicon(root, 'trouble', strict)),
    ),
    find: once(() => {
      const further = loadAsks(root, strict);
      const covered = withAsks(strategy(), further);
      const outside = withAsks(loadPassages(root, 'outside', strict), further);
      const search = createSearch(
        [...covered, ...outside],
        loadLexicon(root, 'questions', strict),
        loadWordVectors(root),
      );
      const left = new Set<unknown>(outside);
      return latest((question) => {
        const ranked = search(question);
        return {
          covered: ranked.filter(({ passage }) => !left.has(passage)),
          outside: ranked.filter(({ passage }) => left.has(passage)),
        };
      });
    }),
    vocabulary: once(() => vocabularyOf(root, strategy())),
    care: once(() => loadCare(root, 'care.md', strict)),
    perhapsCare: once(() => loadCare(root, 'care-perhaps.md', strict)),
  };
}

function withAsks(passages: readonly Passage[], further: readonly Asks[]): Passage[] {
  const byId = new Map<string, string[]>();
  for (const { id, asks } of further) byId.set(id, [...(byId.get(id) ?? []), ...asks]);
  return passages.map((passage) => ({
    ...passage,
    asks: [...passage.asks, ...(byId.get(passage.id) ?? [])],
  }));
}
