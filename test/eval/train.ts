import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Probabilities } from '../../src/coach/reading/context.ts';
import { compileLexicon } from '../../src/coach/reading/lexicon.ts';
import { type LinearModel, predict } from '../../src/coach/reading/linear.ts';
import { createTopicFinder, type Kind } from '../../src/coach/reading/reader.ts';
import { wholeFeatures } from '../../src/coach/reading/whole.ts';
import { sentenceLexicon } from '../../src/knowledge/cues.ts';
import { loadAsks, loadLexicon, loadPassages, strict } from '../../src/knowledge/load.ts';
import { encodeModels, encodeTrouble } from '../../src/knowledge/models.ts';
import { KNOWLEDGE } from '../../src/root.ts';
import { loadCases } from './cases.ts';
import { type HeldOut, keepHeldOut } from './training/held-out.ts';
import {
  crossFit,
  fitFirst,
  fitSecond,
  fitWhole,
  folded,
  LABELS,
  type Prepared,
  prepare,
} from './training/pipeline.ts';
import { JUDGED, targetOf } from './training/targets.ts';
import { bestThreshold } from './training/thresholds.ts';
import { fitTrouble, loadMessages } from './training/trouble.ts';

/**
 * Fits the reader on the development half and writes `knowledge/reader/weights.json`. Every
 * threshold is set on judgments by models that had not seen the case, and those are kept beside the
 * cases, so that `npm run eval` can report of this half too. The report half is not read.
 */
const FOLDS = 8;
/** A false alarm sends someone to rewrite a good paragraph: it weighs this much of a miss. */
const CAUTION = 1.5;

const matcher = compileLexicon(sentenceLexicon(KNOWLEDGE, strict));
const topicOf = createTopicFinder(loadLexicon(KNOWLEDGE, 'topics', strict));
const kinds: readonly Kind[] = ['statement', 'answer'];
const cases = kinds.flatMap((kind) => loadCases('develop', kind));
const all = prepare(cases, matcher, topicOf);
crossFit(all, FOLDS);

const whole = {} as Record<Kind, LinearModel>;
const thresholds = {} as Record<Kind, Record<string, number>>;
const readings: Array<HeldOut['readings'][number]> = [];
for (const kind of kinds) {
  const set = all.filter(({ source }) => source.kind === kind && source.judged);
  whole[kind] = fitWhole(set, JUDGED[kind], targetOf);
  const rows = wholeUnseen(set, kind);
  thresholds[kind] = thresholdsOf(set, kind, rows);
  for (const [item, row] of rows)
    readings.push({ text: item.source.text, sentences: item.second, whole: row });
}
const linear = { first: fitFirst(all), second: fitSecond(all), ...whole };
mkdirSync(join(KNOWLEDGE, 'reader'), { recursive: true });
writeFileSync(join(KNOWLEDGE, 'reader/weights.json'), encodeModels({ linear, thresholds }));
// Whatever people ask about the match, and calm answers to interview questions, shows no trouble.
const asks = [
  ...loadPassages(KNOWLEDGE, 'strategy', strict),
  ...loadPassages(KNOWLEDGE, 'outside', strict),
]
  .flatMap((passage) => passage.asks)
  .concat(loadAsks(KNOWLEDGE, strict).flatMap((one) => one.asks));
const calm = cases.filter(({ kind, flags }) => kind === 'answer' && !flags.includes('oversharing'));
const messages = loadMessages('develop');
const { model: trouble, unseen } = fitTrouble(
  messages,
  [
    ...asks.map((text) => ({ text, trouble: false })),
    ...calm.map(({ text }) => ({ text, trouble: false, spoken: true })),
  ],
  loadLexicon(KNOWLEDGE, 'trouble', strict),
);
writeFileSync(join(KNOWLEDGE, 'reader/trouble.bin'), encodeTrouble(trouble));
const own = new Set(messages.map(({ text }) => text));
keepHeldOut({ readings, messages: unseen.filter(({ text }) => own.has(text)) });
console.log(`trouble from ${trouble.threshold}`);
console.log(
  `${cases.length} texts, ${all.flatMap((c) => c.features).length} sentences`,
  thresholds,
);

/** What a model says of each whole text that it was not fitted on. */
function wholeUnseen(set: readonly Prepared[], kind: Kind): Map<Prepared, Probabilities> {
  return new Map(
    folded(set, FOLDS).flatMap(({ held, rest }) => {
      const model = fitWhole(rest, JUDGED[kind], targetOf);
      return held.map((item) => {
        const { statement, second, topic } = item;
        return [item, predict(model, wholeFeatures(statement, LABELS, second, topic))] as const;
      });
    }),
  );
}

function thresholdsOf(
  set: readonly Prepared[],
  kind: Kind,
  rows: ReadonlyMap<Prepared, Probabilities>,
): Record<string, number> {
  return Object.fromEntries(
    JUDGED[kind].map((label, k) => {
      const judged = set.map((item) => ({
        p: rows.get(item)?.[k] ?? 0,
        target: targetOf(item.source, label),
      }));
      return [label, bestThreshold(judged, CAUTION)];
    }),
  );
}
