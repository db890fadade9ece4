import { EventEmitter } from 'node:events';
import type { StoredData } from 'keyv';
import type { AtomicStore } from './records.ts';
import { type Client, type Patience, RedisConnection } from './redis-connection.ts';

/** What the names of all keys begin with, where `?prefix=` of the address says nothing else. */
const PREFIX = 'match-coach';

/** How many keys are looked through in one step, while which Redis does nothing else. */
const SCAN_COUNT = 1000;

/** KEYS[1]; whether a value is expected, which, whether one is put, which. Answers 1 where it did. */
const COMPARE_AND_SET = `
local is = redis.call('GET', KEYS[1])
if ARGV[1] == '1' then
  if is ~= ARGV[2] then return 0 end
elseif is then
  return 0
end
if ARGV[3] == '1' then
  redis.call('SET', KEYS[1], ARGV[4])
else
  redis.call('DEL', KEYS[1])
end
return 1`;

/** A Keyv store in Redis or Valkey, which several processes and machines can share. */
export class RedisStore extends EventEmitter implements AtomicStore {
  opts: Record<string, unknown> = {};
  namespace?: string | undefined;
  /** What the name of each key in Redis begins with. */
  readonly #prefix: string;
  readonly #connection: RedisConnection;

  /** `url`: `redis[s]://[user:password@]host[:port][/database][?prefix=NAME]`. */
  constructor(url: string) {
    super();
    const address = new URL(url);
    this.#prefix = `${address.searchParams.get('prefix') || PREFIX}:`;
    address.search = '';
    this.#connection = new RedisConnection(address.href);
  }

  /** Connects, to learn at the start whether the address is right. Throws `StoreFailure`. */
  async reach(): Promise<void> {
    await this.#run((client) => client.ping(), { again: false });
  }

  /** Runs a command on the connection of the store. Throws `StoreFailure`. */
  #run<T>(work: (client: Client) => Promise<T>, patience?: Patience): Promise<T> {
    return this.#connection.run(work, patience);
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const value = await this.#run((client) => client.get(this.#prefix + key));
    return (value ?? undefined) as StoredData<Value> | undefined;
  }

  async set(key: string, value: string): Promise<void> {
    await this.#run((client) => client.set(this.#prefix + key, value));
  }

  async delete(key: string): Promise<boolean> {
    return (await this.#run((client) => client.del(this.#prefix + key))) > 0;
  }

  async clear(): Promise<void> {
    const keys = await this.keysFrom(this.namespace ? `${this.namespace}:` : '');
    for (const key of keys) await this.delete(key);
  }

  async compareAndSet(
    key: string,
    expected: string | undefined,
    next: string | undefined,
  ): Promise<boolean> {
    const given = (value: string | undefined) => (value === undefined ? ['0', ''] : ['1', value]);
    const done = await this.#run((client) =>
      client.eval(COMPARE_AND_SET, {
        keys: [this.#prefix + key],
        arguments: [...given(expected), ...given(next)],
      }),
    );
    return done === 1;
  }

  script(lua: string, keys: string[], values: string[], within: number): Promise<unknown> {
    const named = keys.map((key) => this.#prefix + key);
    return this.#run((client) => client.eval(lua, { keys: named, arguments: values }), {
      within,
      again: false,
    });
  }

  async keysFrom(prefix: string): Promise<string[]> {
    const start = this.#prefix + prefix;
    const MATCH = `${start.replace(/[\\*?[\]^-]/g, '\\$&')}*`;
    // Redis may name a key twice while it makes room.
    const found = new Set<string>();
    let cursor = '0';
    do {
      const step = await this.#run((client) => client.scan(cursor, { MATCH, COUNT: SCAN_COUNT }));
      for (const key of step.keys) found.add(key.slice(this.#prefix.length));
      cursor = step.cursor;
    } while (cursor !== '0');
    return [...found];
  }

  async disconnect(): Promise<void> {
    this.#connection.close();
  }
}
