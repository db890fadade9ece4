import type { Features } from './features.ts';

/** A set of logistic models over the same features: for each feature one weight a label. */
export interface LinearModel {
  labels: readonly string[];
  bias: readonly number[];
  weights: ReadonlyMap<string, readonly number[]>;
}

/** The probability of each label, in the order of `model.labels`. */
export function predict(model: LinearModel, features: Features): number[] {
  const sums = [...model.bias];
  for (const [name, value] of features) {
    const weights = model.weights.get(name);
    if (!weights) continue;
    for (let i = 0; i < sums.length; i++)
      sums[i] = (sums[i] as number) + value * (weights[i] as number);
  }
  return sums.map(sigmoid);
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
