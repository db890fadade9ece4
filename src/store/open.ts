import Keyv, { type DeserializedData } from 'keyv';
import { Unusable } from '../unusable.ts';
import { StoreFailure } from './failure.ts';
import { MemoryStore } from './memory.ts';
import type { AtomicStore } from './records.ts';
import { rekey } from './rekey.ts';
import { createSeal, unreadable } from './seal.ts';
import { SealedStore } from './sealed.ts';

/** All that is kept is plain JSON; Keyv's own way, which also keeps bytes, takes three times as long. */
const AS_JSON = { serialize: JSON.stringify, deserialize, throwOnErrors: true };

/**
 * Opens the store that `STORE_URL` names, encrypted where there are keys of 32 bytes each: the
 * first encrypts, all decrypt. Throws `Unusable` where it can't be opened, or not with these keys.
 */
export async function openStore<Value>(
  url: string,
  keys: readonly Buffer[] = [],
): Promise<Keyv<Value>> {
  const store = await storeAt(url);
  const seal = createSeal(keys);
  try {
    await rekey(store, seal);
  } catch (error) {
    await store.disconnect?.();
    throw error instanceof StoreFailure ? new Unusable(error.message) : error;
  }
  return new Keyv<Value>({
    store: keys.length ? new SealedStore(store, seal) : store,
    ...AS_JSON,
  });
}

function deserialize<Value>(text: string): DeserializedData<Value> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // The message of the error would quote what is stored.
  }
  if (typeof parsed !== 'object' || parsed === null || !('value' in parsed)) throw unreadable(text);
  return parsed as DeserializedData<Value>;
}

/** The store as it lies there, with nothing read or encrypted. Throws `Unusable`. */
export async function storeAt(url: string): Promise<AtomicStore> {
  if (url === 'memory:') return new MemoryStore();
  return url.startsWith('sqlite:') ? fileAt(url.slice('sqlite:'.length)) : redisAt(url);
}

async function fileAt(path: string): Promise<AtomicStore> {
  const { SqliteStore } = await import('./sqlite.ts');
  try {
    return new SqliteStore(path);
  } catch {
    throw new Unusable(
      'STORE_URL names a file that can’t be opened for writing or is no store; choose another path, or memory:.',
    );
  }
}

async function redisAt(url: string): Promise<AtomicStore> {
  const { RedisStore } = await import('./redis.ts');
  const store = new RedisStore(url);
  try {
    await store.reach();
    return store;
  } catch (error) {
    throw new Unusable((error as Error).message);
  }
}
