import { EventEmitter } from 'node:events';
import type { KeyvStoreAdapter, StoredData } from 'keyv';
import Database from 'libsql';

/**
 * A Keyv store in one SQLite file, over libsql: it ships its binary inside the package, where
 * other SQLite packages compile for a minute or download one.
 */
export class SqliteStore extends EventEmitter implements KeyvStoreAdapter {
  opts: Record<string, unknown> = {};
  namespace?: string | undefined;
  readonly #database: InstanceType<typeof Database>;

  constructor(path: string) {
    super();
    this.#database = new Database(path);
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('busy_timeout = 5000');
    this.#database.exec(
      'CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY, value TEXT NOT NULL)',
    );
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const row = this.#database.prepare('SELECT value FROM keyv WHERE key = ?').get(key);
    return (row as { value: StoredData<Value> } | undefined)?.value;
  }

  async set(key: string, value: unknown): Promise<void> {
    this.#database
      .prepare(
        'INSERT INTO keyv VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, value);
  }

  async delete(key: string): Promise<boolean> {
    return this.#database.prepare('DELETE FROM keyv WHERE key = ?').run(key).changes > 0;
  }

  async clear(): Promise<void> {
    const prefix = this.namespace ? `${this.namespace}:` : '';
    this.#database
      .prepare('DELETE FROM keyv WHERE substr(key, 1, ?) = ?')
      .run(prefix.length, prefix);
  }

  async disconnect(): Promise<void> {
    this.#database.close();
  }
}
