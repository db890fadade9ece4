import { EventEmitter } from 'node:events';
import type { StoredData } from 'keyv';
import Database from 'libsql';
import type { AtomicStore } from './records.ts';

/** How long another process may hold the file, in milliseconds. */
const PATIENCE = 5_000;

type Statement = Database.Statement<unknown[]>;

/**
 * A Keyv store in one SQLite file, over libsql: it ships its binary inside the package, where
 * other SQLite packages compile for a minute or download one.
 */
export class SqliteStore extends EventEmitter implements AtomicStore {
  opts: Record<string, unknown> = {};
  namespace?: string | undefined;
  readonly #database: InstanceType<typeof Database>;
  readonly #statements = new Map<string, Statement>();

  constructor(path: string) {
    super();
    this.#database = new Database(path);
    // First of all, since the next line already waits for whoever makes the file.
    this.#database.pragma(`busy_timeout = ${PATIENCE}`);
    this.#database.pragma('journal_mode = WAL');
    // What was written outlives the process all the same. To wait for the disk at each write would
    // save the last ones from a power cut too, but everybody waits with it: 2 ms and more.
    this.#database.pragma('synchronous = NORMAL');
    // What is erased or encrypted anew is overwritten, and not only let go.
    this.#database.pragma('secure_delete = ON');
    this.#database.exec(
      'CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY, value TEXT NOT NULL)',
    );
    // A table of that name may be another program's.
    this.#prepared('SELECT key, value FROM keyv');
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const row = this.#prepared('SELECT value FROM keyv WHERE key = ?').get(key);
    return (row as { value: StoredData<Value> } | undefined)?.value;
  }

  async set(key: string, value: unknown): Promise<void> {
    this.#prepared(
      'INSERT INTO keyv VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(key, value);
  }

  async delete(key: string): Promise<boolean> {
    return this.#prepared('DELETE FROM keyv WHERE key = ?').run(key).changes > 0;
  }

  async clear(): Promise<void> {
    const prefix = this.namespace ? `${this.namespace}:` : '';
    this.#prepared('DELETE FROM keyv WHERE substr(key, 1, ?) = ?').run(prefix.length, prefix);
  }

  async compareAndSet(
    key: string,
    expected: string | undefined,
    next: string | undefined,
  ): Promise<boolean> {
    const run = (statement: string, ...values: unknown[]) =>
      this.#prepared(statement).run(...values).changes > 0;
    if (expected === undefined) {
      if (next === undefined) return (await this.get(key)) === undefined;
      return run('INSERT OR IGNORE INTO keyv VALUES (?, ?)', key, next);
    }
    return next === undefined
      ? run('DELETE FROM keyv WHERE key = ? AND value = ?', key, expected)
      : run('UPDATE keyv SET value = ? WHERE key = ? AND value = ?', next, key, expected);
  }

  async keysFrom(prefix: string): Promise<string[]> {
    const rows = this.#prepared('SELECT key FROM keyv WHERE substr(key, 1, ?) = ?').all(
      prefix.length,
      prefix,
    );
    return (rows as Array<{ key: string }>).map(({ key }) => key);
  }

  /** What was overwritten still lies in the log of the last writes; this ends that log. */
  async forgetWritten(): Promise<void> {
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** Statements are kept: to prepare one costs more than to run it. */
  #prepared(sql: string): Statement {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  async disconnect(): Promise<void> {
    this.#database.close();
  }
}
