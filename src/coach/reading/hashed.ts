import type { Features } from './features.ts';
import { sigmoid } from './linear.ts';

/**
 * A logistic model whose features share a fixed number of weights by their hash: hundreds of
 * thousands of them fit into a file that loads at once, for the price of a few that collide.
 */
export interface HashedModel {
  bias: number;
  /** In thousandths; their number is a power of two. */
  weights: Int16Array;
}

export function predictHashed({ bias, weights }: HashedModel, features: Features): number {
  let sum = 0;
  for (const [name, value] of features)
    sum += value * (weights[bucketOf(name, weights.length)] ?? 0);
  return sigmoid(bias + sum / 1000);
}

/** Which of `size` weights, a power of two, a feature has: FNV-1a over its UTF-16 units. */
export function bucketOf(name: string, size: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (size - 1);
}
