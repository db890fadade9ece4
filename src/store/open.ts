import Keyv from 'keyv';
import { Unusable } from '../unusable.ts';
import { MemoryStore } from './memory.ts';
import type { AtomicStore } from './records.ts';

/** All that is kept is plain JSON; Keyv's own way, which also keeps bytes, takes three times as long. */
const AS_JSON = { serialize: JSON.stringify, deserialize: JSON.parse, throwOnErrors: true };

/** Opens the store that `STORE_URL` names. Throws `Unusable` where it can't be opened. */
export async function openStore<Value>(url: string): Promise<Keyv<Value>> {
  return new Keyv<Value>({ store: await storeAt(url), ...AS_JSON });
}

async function storeAt(url: string): Promise<AtomicStore> {
  if (url === 'memory:') return new MemoryStore();
  return url.startsWith('sqlite:') ? fileAt(url.slice('sqlite:'.length)) : redisAt(url);
}

async function fileAt(path: string): Promise<AtomicStore> {
  const { SqliteStore } = await import('./sqlite.ts');
  try {
    return new SqliteStore(path);
  } catch {
    throw new Unusable(
      'STORE_URL names a file that can’t be opened for writing; choose another path, or memory:.',
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
