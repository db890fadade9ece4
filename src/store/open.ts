import Keyv from 'keyv';
import { Unusable } from '../unusable.ts';
import { MemoryStore } from './memory.ts';

/** Opens the store that `STORE_URL` names. Throws `Unusable` where it can't be opened. */
export async function openStore<Value>(url: string): Promise<Keyv<Value>> {
  if (url === 'memory:') return new Keyv<Value>({ store: new MemoryStore(), throwOnErrors: true });
  const path = url.slice('sqlite:'.length);
  const { SqliteStore } = await import('./sqlite.ts');
  try {
    return new Keyv<Value>({ store: new SqliteStore(path), throwOnErrors: true });
  } catch {
    throw new Unusable(
      'STORE_URL names a file that can’t be opened for writing; choose another path, or memory:.',
    );
  }
}
