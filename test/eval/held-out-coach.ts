import { createCoach } from '../../src/coach/coach.ts';
import { createTopicFinder, type Reader, readingOf } from '../../src/coach/reading/reader.ts';
import { parseStatement } from '../../src/coach/text/statement.ts';
import { chanceOfTrouble, createTroubleFeatures, troubleFrom } from '../../src/coach/trouble.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadLexicon, strict } from '../../src/knowledge/load.ts';
import { loadModels, loadTroubleModel } from '../../src/knowledge/trained.ts';
import { KNOWLEDGE } from '../../src/root.ts';
import type { Judges } from './figures.ts';
import { loadHeldOut } from './training/held-out.ts';
import { LABELS } from './training/pipeline.ts';
import { JUDGED } from './training/targets.ts';

/**
 * A coach for the development half: of each case it says what models made of it that had not seen
 * it. What is newer than the weights, they have not seen either.
 */
export function heldOutCoach(knowledge: Knowledge): Judges {
  const kept = loadHeldOut();
  const { thresholds } = loadModels(KNOWLEDGE);
  const topicOf = createTopicFinder(loadLexicon(KNOWLEDGE, 'topics', strict));
  const reader: Reader = (text, kind, question = '') => {
    const judged = kept.reading(text, LABELS.length);
    if (!judged) return knowledge.reader()(text, kind, question);
    return readingOf(kind, parseStatement(text), kind === 'answer' ? topicOf(question) : '', {
      sentences: { labels: LABELS, rows: judged.rows },
      whole: Object.fromEntries(JUDGED[kind].map((label, k) => [label, judged.whole[k] ?? 0])),
      thresholds: thresholds[kind],
    });
  };
  const { hashed, threshold } = loadTroubleModel(KNOWLEDGE);
  const featuresOf = createTroubleFeatures(loadLexicon(KNOWLEDGE, 'trouble', strict));
  const trouble = troubleFrom(
    threshold,
    (text, spoken) => kept.chance(text) ?? chanceOfTrouble(text, spoken, hashed, featuresOf),
  );
  return createCoach({ ...knowledge, reader: () => reader, trouble: () => trouble });
}
