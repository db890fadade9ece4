import type { Features } from '../../../src/coach/reading/features.ts';
import type { LinearModel } from '../../../src/coach/reading/linear.ts';

/** One training example: what is seen, and for each label 1 or 0. */
export interface Example {
  features: Features;
  targets: readonly number[];
}

export interface FitOptions {
  labels: readonly string[];
  /** Features seen in fewer examples are left out. */
  minCount: number;
  /** Strength of the L2 penalty. */
  l2: number;
  epochs: number;
  rate: number;
}

/**
 * Fits one logistic model a label by AdaGrad over shuffled examples. Deterministic: the order
 * comes from a fixed seed, so the same cases give the same weights.
 */
export function fitLinear(examples: readonly Example[], options: FitOptions): LinearModel {
  const { labels, minCount, l2, epochs, rate } = options;
  const names = frequent(examples, minCount);
  const index = new Map(names.map((name, i) => [name, i]));
  const k = labels.length;
  const weights = new Float64Array((names.length + 1) * k);
  const squares = new Float64Array(weights.length).fill(1e-6);
  const rows = examples.map(({ features, targets }) => {
    const known = [...features].filter(([name]) => index.has(name));
    return {
      ids: [names.length, ...known.map(([name]) => index.get(name) as number)],
      values: [1, ...known.map(([, value]) => value)],
      targets,
    };
  });
  const random = mulberry32(7);
  const shrink = l2 / rows.length;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const row of shuffled(rows, random)) {
      for (let label = 0; label < k; label++) {
        let sum = 0;
        for (let j = 0; j < row.ids.length; j++)
          sum +=
            (row.values[j] as number) * (weights[(row.ids[j] as number) * k + label] as number);
        const error = 1 / (1 + Math.exp(-sum)) - (row.targets[label] ?? 0);
        for (let j = 0; j < row.ids.length; j++) {
          const id = row.ids[j] as number;
          const at = id * k + label;
          const penalty = id === names.length ? 0 : shrink * (weights[at] as number);
          const gradient = error * (row.values[j] as number) + penalty;
          squares[at] = (squares[at] as number) + gradient * gradient;
          weights[at] =
            (weights[at] as number) - (rate * gradient) / Math.sqrt(squares[at] as number);
        }
      }
    }
  }
  const row = (i: number) => Array.from(weights.subarray(i * k, (i + 1) * k));
  return {
    labels,
    bias: row(names.length),
    weights: new Map(names.map((name, i) => [name, row(i)])),
  };
}

function frequent(examples: readonly Example[], minCount: number): string[] {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, n]) => n >= minCount).map(([name]) => name);
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

/** A small seeded generator (mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
