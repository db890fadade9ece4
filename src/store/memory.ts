import { EventEmitter } from 'node:events';
import type { StoredData } from 'keyv';
import type { AtomicStore } from './records.ts';

/** A store that is gone with the process; nothing of it can be found afterwards. */
export class MemoryStore extends EventEmitter implements AtomicStore {
  opts: Record<string, unknown> = {};
  namespace?: string | undefined;
  readonly #values = new Map<string, string>();

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    return this.#values.get(key) as StoredData<Value> | undefined;
  }

  async set(key: string, value: string): Promise<void> {
    this.#values.set(key, value);
  }

  async delete(key: string): Promise<boolean> {
    return this.#values.delete(key);
  }

  async clear(): Promise<void> {
    this.#values.clear();
  }

  async compareAndSet(
    key: string,
    expected: string | undefined,
    next: string | undefined,
  ): Promise<boolean> {
    if (this.#values.get(key) !== expected) return false;
    if (next === undefined) this.#values.delete(key);
    else this.#values.set(key, next);
    return true;
  }

  async keysFrom(prefix: string): Promise<string[]> {
    return [...this.#values.keys()].filter((key) => key.startsWith(prefix));
  }
}
