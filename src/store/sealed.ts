import { EventEmitter } from 'node:events';
import type { StoredData } from 'keyv';
import type { AtomicStore } from './records.ts';
import type { Seal } from './seal.ts';

/** Any store, with all values encrypted in it. The names that they have there can be read. */
export class SealedStore extends EventEmitter implements AtomicStore {
  opts: Record<string, unknown> = {};
  readonly #store: AtomicStore;
  readonly #seal: Seal;

  constructor(store: AtomicStore, seal: Seal) {
    super();
    this.#store = store;
    this.#seal = seal;
  }

  get namespace(): string | undefined {
    return this.#store.namespace;
  }

  set namespace(namespace: string | undefined) {
    this.#store.namespace = namespace;
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const stored = await this.#stored(key);
    return stored === undefined ? undefined : (this.#seal.open(key, stored) as StoredData<Value>);
  }

  async set(key: string, value: string): Promise<void> {
    await this.#store.set(key, this.#seal.seal(key, value));
  }

  async delete(key: string): Promise<boolean> {
    return this.#store.delete(key);
  }

  async clear(): Promise<void> {
    await this.#store.clear();
  }

  /**
   * What is expected is compared once it is readable, since no two encryptions are alike; that
   * nobody was faster is then seen by what is stored.
   */
  async compareAndSet(
    key: string,
    expected: string | undefined,
    next: string | undefined,
  ): Promise<boolean> {
    const stored = await this.#stored(key);
    const is = stored === undefined ? undefined : this.#seal.open(key, stored);
    if (is !== expected) return false;
    const sealed = next === undefined ? undefined : this.#seal.seal(key, next);
    return this.#store.compareAndSet(key, stored, sealed);
  }

  /** What scripts count is not encrypted: it is gone within a minute. */
  get script(): AtomicStore['script'] {
    return this.#store.script?.bind(this.#store);
  }

  keysFrom(prefix: string): Promise<string[]> {
    return this.#store.keysFrom(prefix);
  }

  async disconnect(): Promise<void> {
    await this.#store.disconnect?.();
  }

  async #stored(key: string): Promise<string | undefined> {
    return (await this.#store.get<string>(key)) as string | undefined;
  }
}
