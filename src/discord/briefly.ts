import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { TOKEN_MS } from './limits.ts';

/** How much is kept at most: a number of things, or a size of all together. */
type Bounds<Value extends object | string> =
  | { max: number }
  | { max?: number; maxSize: number; sizeCalculation: (value: Value) => number };

/**
 * What is kept in memory and nowhere else, because it holds a person's own words: for as long as
 * the buttons that ask for it work, unless another time is given, in milliseconds.
 */
export function briefly<Value extends object | string>(
  bounds: Bounds<Value>,
  ttl = TOKEN_MS,
): LRUCache<string, Value> {
  // Without the purge, what is past its time would be held until somebody asked for it.
  return new LRUCache<string, Value>({ ...bounds, ttl, ttlAutopurge: true });
}

/** A name for what is kept, short enough for a custom id, that nobody can guess. */
export function newKey(): string {
  return randomUUID().slice(0, 13);
}

/** Keeps a value under a new name, and returns that. */
export function keepIn<Value extends object | string>(
  cache: LRUCache<string, Value>,
  value: Value,
): string {
  const key = newKey();
  cache.set(key, value);
  return key;
}
