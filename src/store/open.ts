import Keyv from 'keyv';
import { Unusable } from '../unusable.ts';
import { MemoryStore } from './memory.ts';

/** All that is kept is plain JSON; Keyv's own way, which also keeps bytes, takes three times as long. */
const AS_JSON = { serialize: JSON.stringify, deserialize: JSON.parse, throwOnErrors: true };

/** Opens the store that `STORE_URL` names. Throws `Unusable` where it can't be opened. */
export async function openStore<Value>(url: string): Promise<Keyv<Value>> {
  if (url === 'memory:') return new Keyv<Value>({ store: new MemoryStore(), ...AS_JSON });
  const path = url.slice('sqlite:'.length);
  const { SqliteStore } = await import('./sqlite.ts');
  try {
    return new Keyv<Value>({ store: new SqliteStore(path), ...AS_JSON });
  } catch {
    throw new Unusable(
      'STORE_URL names a file that can’t be opened for writing; choose another path, or memory:.',
    );
  }
}
