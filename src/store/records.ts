import type Keyv from 'keyv';
import type { KeyvStoreAdapter } from 'keyv';

/** A Keyv store that can also change a value only if it is still what it was, and list its keys. */
export interface AtomicStore extends KeyvStoreAdapter {
  /**
   * Puts `next` (nothing where undefined) in the place of `expected` (undefined: no value yet),
   * both as they are stored. Resolves to whether it did; if not, somebody else was faster.
   */
  compareAndSet(
    key: string,
    expected: string | undefined,
    next: string | undefined,
  ): Promise<boolean>;
  keysFrom(prefix: string): Promise<string[]>;
  /**
   * Runs a Lua script on keys and values, where processes share the store by network. It waits for
   * that `within` milliseconds, and does not try again.
   */
  script?:
    | ((lua: string, keys: string[], values: string[], within: number) => Promise<unknown>)
    | undefined;
  /** Leaves nothing of what is stored no more, where something would be left. */
  forgetWritten?(): Promise<void>;
}

/** Values by key that are changed in one step, however many change them at once. */
export interface Records<Value> {
  get(key: string): Promise<Value | undefined>;
  /**
   * Changes a value by a pure function of what it was; undefined deletes it. The function is run
   * again where somebody else was faster, and nothing is written where nothing changed. Resolves
   * to what was put.
   */
  update(
    key: string,
    change: (old: Value | undefined) => Value | undefined,
  ): Promise<Value | undefined>;
  delete(key: string): Promise<void>;
  keys(prefix: string): Promise<string[]>;
}

/** Lost races before giving up; with this many at one key something else is wrong. */
const TRIES = 500;

/** The records in a Keyv whose store is atomic; all of `open.ts` are. */
export function recordsIn<Value>(keyv: Keyv<Value>): Records<Value> {
  const store = keyv.store as AtomicStore;
  const prefix = keyv.namespace ? `${keyv.namespace}:` : '';
  const decode = async (raw: string | undefined) =>
    raw === undefined ? undefined : (await keyv.deserializeData<Value>(raw))?.value;
  return {
    get: (key) => keyv.get<Value>(key),
    async update(key, change) {
      for (let tries = 0; tries < TRIES; tries++) {
        const raw = (await store.get<Value>(prefix + key)) as string | undefined;
        const next = change((await decode(raw)) as Value | undefined);
        const written =
          next === undefined
            ? undefined
            : ((await keyv.serializeData({ value: next, expires: undefined })) as string);
        if (written === raw || (await store.compareAndSet(prefix + key, raw, written))) return next;
      }
      throw new Error(`no change of a record came through in ${TRIES} tries`);
    },
    delete: async (key) => void (await keyv.delete(key)),
    keys: async (start) =>
      (await store.keysFrom(prefix + start)).map((key) => key.slice(prefix.length)),
  };
}
