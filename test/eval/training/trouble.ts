import { readdirSync, readFileSync } from 'node:fs';
import type { Features } from '../../../src/coach/reading/features.ts';
import { bucketOf, type HashedModel } from '../../../src/coach/reading/hashed.ts';
import type { Lexicon } from '../../../src/coach/reading/lexicon.ts';
import type { LinearModel } from '../../../src/coach/reading/linear.ts';
import {
  chanceOfTrouble,
  createTroubleFeatures,
  stretches,
  type TroubleModel,
} from '../../../src/coach/trouble.ts';
import type { Half } from '../cases.ts';
import { fitLinear } from './fit.ts';
import { folded } from './pipeline.ts';

/** A message, and whether it shows self-harm or a wish to be dead. */
export interface Message {
  text: string;
  trouble: boolean;
}

/** The labelled messages of one half: those written for this, and every question of the half. */
export function loadMessages(half: Half): Message[] {
  const folder = new URL(`../${half}/`, import.meta.url);
  const lines = (prefix: string) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(prefix) && name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line));
  return [
    ...(lines('trouble') as Message[]),
    ...lines('questions').map(({ question, expect }) => ({
      text: question as string,
      trouble: expect === 'crisis-support',
    })),
  ];
}

/** 2^20 weights of two bytes: 2 MB. With an eighth of them too many features collide. */
const BUCKETS = 1_048_576;
const OPTIONS = { labels: ['trouble'], minCount: 2, l2: 4, epochs: 25, rate: 0.1 };
const FOLDS = 4;
/** A message in trouble that is missed weighs as much as this many that are cared for needlessly. */
const MISS_WEIGHS = 12;

/**
 * Fits the finder of trouble; `calm` are further harmless texts. A harmless text is harmless in
 * every stretch of it; where in a message the trouble lies is not known, so those are learned whole.
 */
export function fitTrouble(
  messages: readonly Message[],
  calm: readonly string[],
  lexicon: Lexicon,
): TroubleModel {
  const featuresOf = createTroubleFeatures(lexicon);
  const learn = (list: readonly Message[]) =>
    inBuckets(
      fitLinear(
        list.flatMap(({ text, trouble }) =>
          (trouble ? stretches(text).slice(0, 1) : stretches(text)).map((part) => ({
            features: hashedNames(featuresOf(part)),
            targets: [Number(trouble)],
          })),
        ),
        OPTIONS,
      ),
    );
  const all = [...messages, ...calm.map((text) => ({ text, trouble: false }))];
  const unseen = folded(all, FOLDS).flatMap(({ held, rest }) => {
    const model = learn(rest);
    return held.map(({ text, trouble }) => ({
      p: chanceOfTrouble(text, model, featuresOf),
      trouble,
    }));
  });
  return { hashed: learn(all), threshold: cheapest(unseen) };
}

function cheapest(unseen: ReadonlyArray<{ p: number; trouble: boolean }>): number {
  let best = { at: 0.5, cost: Number.POSITIVE_INFINITY };
  for (let at = 0.005; at < 0.7; at *= 1.05) {
    const missed = unseen.filter(({ p, trouble }) => trouble && p < at).length;
    const needless = unseen.filter(({ p, trouble }) => !trouble && p >= at).length;
    const cost = MISS_WEIGHS * missed + needless;
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
