import { contextFeatures, type Probabilities } from '../../../src/coach/reading/context.ts';
import { type Features, sentenceFeatures } from '../../../src/coach/reading/features.ts';
import type { Matcher } from '../../../src/coach/reading/lexicon.ts';
import { type LinearModel, predict } from '../../../src/coach/reading/linear.ts';
import { ROLE_KEYS, type Role } from '../../../src/coach/reading/roles.ts';
import { wholeFeatures } from '../../../src/coach/reading/whole.ts';
import { parseStatement, type Statement } from '../../../src/coach/text/statement.ts';
import { type Case, rolesOf } from '../cases.ts';
import { type Example, type FitOptions, fitLinear } from './fit.ts';

export const LABELS = [...ROLE_KEYS, 'account'] as const;
const ACCOUNT: readonly Role[] = ['a', 'x', 'b', 'o', 'h', 'e', 'r'];

/** A case made ready: read once, with what each sentence shows and what it should be read as. */
export interface Prepared {
  source: Case;
  statement: Statement;
  topic: string;
  features: Features[];
  targets: number[][];
  /** Filled by cross-fitting, so that no case is judged by a model that has seen it. */
  first: Probabilities[];
  second: Probabilities[];
}

export function prepare(
  cases: readonly Case[],
  matcher: Matcher,
  topicOf: (question: string) => string,
): Prepared[] {
  return cases.map((source) => {
    const statement = parseStatement(source.text);
    return {
      source,
      statement,
      topic: source.kind === 'answer' ? topicOf(source.question) : '',
      features: [...sentenceFeatures(statement, matcher, source.kind)],
      targets: statement.sentences.map((sentence) => targetsOf(rolesOf(sentence, source))),
      first: [],
      second: [],
    };
  });
}

function targetsOf(roles: readonly Role[]): number[] {
  const [main] = roles;
  return LABELS.map((label) =>
    label === 'account' ? Number(!!main && ACCOUNT.includes(main)) : Number(roles.includes(label)),
  );
}

export const FIRST: FitOptions = { labels: LABELS, minCount: 3, l2: 2, epochs: 14, rate: 0.15 };
export const SECOND: FitOptions = { labels: LABELS, minCount: 1, l2: 1, epochs: 14, rate: 0.1 };
export const WHOLE = { minCount: 1, l2: 3, epochs: 150, rate: 0.08 };

export function fitFirst(set: readonly Prepared[]): LinearModel {
  return fitLinear(
    set.flatMap(({ features, targets }) => examples(features, targets)),
    FIRST,
  );
}

export function fitSecond(set: readonly Prepared[]): LinearModel {
  return fitLinear(
    set.flatMap(({ statement, first, targets }) =>
      examples([...contextFeatures(statement, LABELS, first)], targets),
    ),
    SECOND,
  );
}

export function fitWhole(
  set: readonly Prepared[],
  labels: readonly string[],
  targetOf: (source: Case, label: string) => number,
): LinearModel {
  return fitLinear(
    set.map((item) => ({
      features: wholeFeatures(item.statement, LABELS, item.second, item.topic),
      targets: labels.map((label) => targetOf(item.source, label)),
    })),
    { labels, ...WHOLE },
  );
}

function examples(features: readonly Features[], targets: readonly number[][]): Example[] {
  return features.map((row, i) => ({ features: row, targets: targets[i] ?? [] }));
}

/**
 * Gives every case readings by models that were fitted without it: `folds` rounds, each leaving
 * out every `folds`-th case.
 */
export function crossFit(set: readonly Prepared[], folds: number): void {
  const parts = folded(set, folds);
  for (const { held, rest } of parts) {
    const model = fitFirst(rest);
    for (const item of held) item.first = item.features.map((row) => predict(model, row));
  }
  for (const { held, rest } of parts) {
    const model = fitSecond(rest);
    for (const item of held)
      item.second = Array.from(contextFeatures(item.statement, LABELS, item.first), (row) =>
        predict(model, row),
      );
  }
}

/** Neighbours are often written as a pair, alike but for the fault: they stay on one side of the cut. */
const TOGETHER = 4;

/** Cuts a list into `folds` rounds, each holding back every `folds`-th run of a few neighbours. */
export function folded<T>(list: readonly T[], folds: number): Array<{ held: T[]; rest: T[] }> {
  return Array.from({ length: folds }, (_, k) => ({
    held: list.filter((_, i) => Math.floor(i / TOGETHER) % folds === k),
    rest: list.filter((_, i) => Math.floor(i / TOGETHER) % folds !== k),
  }));
}
