import type { Features } from '../../../src/coach/reading/features.ts';
import { bucketOf, type HashedModel } from '../../../src/coach/reading/hashed.ts';
import type { Lexicon } from '../../../src/coach/reading/lexicon.ts';
import { type LinearModel, predict } from '../../../src/coach/reading/linear.ts';
import {
  chanceOfTrouble,
  createTroubleFeatures,
  stretches,
  type TroubleModel,
} from '../../../src/coach/trouble.ts';
import { type Half, loadLines } from '../cases.ts';
import { fitLinear } from './fit.ts';
import { folded } from './pipeline.ts';

/** A message, and whether it shows self-harm or a wish to be dead. */
export interface Message {
  text: string;
  trouble: boolean;
  /** That it is an interview answer; see `TroubleFinder`. */
  spoken?: boolean;
}

/** The labelled messages of one half: those written for this, and every question of the half. */
export function loadMessages(half: Half): Message[] {
  return [
    ...(loadLines(half, 'trouble') as Message[]),
    ...(loadLines(half, 'questions') as Array<{ question: string; expect?: string }>).map(
      ({ question, expect }) => ({ text: question, trouble: expect === 'crisis-support' }),
    ),
  ];
}

/** 2^20 weights of two bytes: 2 MB. With an eighth of them too many features collide. */
const BUCKETS = 1_048_576;
const OPTIONS = { labels: ['trouble'], minCount: 2, l2: 4, epochs: 25, rate: 0.1 };
const FOLDS = 4;
/**
 * What it weighs to miss a share of those in trouble beside caring needlessly for the same share of
 * the harmless. Shares and not counts: more ways to ask, all harmless, would make it deafer.
 */
const MISS_WEIGHS = 1.5;

/** A message with its probability of trouble by a model that had not seen it. */
export interface Unseen {
  text: string;
  p: number;
  trouble: boolean;
}

/**
 * Fits the finder of trouble; `calm` are further harmless messages. A harmless text is harmless in
 * every stretch of it; where in a message the trouble lies is not known, so those are learned whole,
 * and then once more with the stretch that the first fit found worst, so that what is said in
 * passing is known by itself as well.
 */
export function fitTrouble(
  messages: readonly Message[],
  calm: readonly Message[],
  lexicon: Lexicon,
): { model: TroubleModel; unseen: Unseen[] } {
  const featuresOf = createTroubleFeatures(lexicon);
  const rowsOf = (text: string) => stretches(text).map((part) => hashedNames(featuresOf(part)));
  const learn = (list: readonly Message[]) => {
    const texts = list.map(({ text, trouble }) => ({ trouble, rows: rowsOf(text) }));
    const examples = texts.flatMap(({ trouble, rows }) =>
      (trouble ? rows.slice(0, 1) : rows).map((features) => ({
        features,
        targets: [Number(trouble)],
      })),
    );
    const first = fitLinear(examples, OPTIONS);
    const worst = texts.flatMap(({ trouble, rows: [, ...parts] }) =>
      trouble && parts.length ? [{ features: worstOf(parts, first), targets: [1] }] : [],
    );
    return inBuckets(fitLinear([...examples, ...worst], OPTIONS));
  };
  const all = [...messages, ...calm];
  const unseen = folded(all, FOLDS).flatMap(({ held, rest }) => {
    const model = learn(rest);
    return held.map(({ text, trouble, spoken = false }) => ({
      text,
      p: chanceOfTrouble(text, spoken, model, featuresOf),
      trouble,
    }));
  });
  return { model: { hashed: learn(all), threshold: cheapest(unseen) }, unseen };
}

function worstOf(parts: readonly Features[], model: LinearModel): Features {
  const chances = parts.map((part) => predict(model, part)[0] ?? 0);
  return parts[chances.indexOf(Math.max(...chances))] as Features;
}

function cheapest(unseen: readonly Unseen[]): number {
  const troubled = unseen.filter(({ trouble }) => trouble).length;
  const harmless = unseen.length - troubled;
  let best = { at: 0.5, cost: Number.POSITIVE_INFINITY };
  for (let at = 0.005; at < 0.7; at *= 1.05) {
    const missed = unseen.filter(({ p, trouble }) => trouble && p < at).length;
    const needless = unseen.filter(({ p, trouble }) => !trouble && p >= at).length;
    const cost = (MISS_WEIGHS * missed) / troubled + needless / harmless;
    if (cost < best.cost) best = { at, cost };
  }
  return Math.round(best.at * 1000) / 1000;
}

function hashedNames(features: Features): Features {
  const sums = new Map<string, number>();
  for (const [name, value] of features) {
    const bucket = `${bucketOf(name, BUCKETS)}`;
    sums.set(bucket, (sums.get(bucket) ?? 0) + value);
  }
  return sums;
}

function inBuckets({ bias, weights }: LinearModel): HashedModel {
  const buckets = new Int16Array(BUCKETS);
  for (const [bucket, [weight = 0]] of weights) buckets[Number(bucket)] = Math.round(weight * 1000);
  return { bias: bias[0] ?? 0, weights: buckets };
}
