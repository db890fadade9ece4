import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { door, type Given } from '../command-line.ts';
import { MB } from '../draft.ts';
import { CANARY } from '../input.ts';

const Database = createRequire(import.meta.url)('libsql') as new (
  path: string,
) => {
  exec(sql: string): void;
  close(): void;
};
const store = door('the store');
const KEY = `${'A'.repeat(42)}A=`;
const OTHER = `B${'A'.repeat(41)}A=`;

/** `doctor` looks at the store, and a conversation uses it. */
const looked = (prepare: Given['prepare'], env: Record<string, string> = {}): Given => ({
  args: ['doctor'],
  env: { STORE_URL: 'sqlite:s.sqlite', ...env },
  ...(prepare ? { prepare } : {}),
});
const talked = (prepare: Given['prepare'], env: Record<string, string> = {}): Given => ({
  ...looked(prepare, env),
  args: [],
  input: '/progress\n/quit\n',
});
const file = (bytes: () => string | Uint8Array) => (folder: string) =>
  writeFileSync(join(folder, 's.sqlite'), bytes());
/** A whole store that holds this for the person at the terminal. */
const holding = (value: string) => (folder: string) => {
  const database = new Database(join(folder, 's.sqlite'));
  database.exec('CREATE TABLE keyv (key TEXT PRIMARY KEY, value TEXT NOT NULL)');
  for (const key of ['keyv:progress:terminal', 'keyv:data-key'])
    database.exec(`INSERT INTO keyv VALUES ('${key}', '${value.replaceAll("'", "''")}')`);
  database.close();
};
const examined = /Node/;
const hello = /Match Coach/;

/** What may lie where the store should be. */
export const stores = [
  store('a text in its place', 1, examined, {
    ...looked(file(() => `Dear diary, ${CANARY}.`)),
    short: true,
  }),
  store(
    'a text in its place, in a conversation',
    0,
    hello,
    talked(file(() => `Dear diary, ${CANARY}.`)),
  ),
  store('cut in its middle', 1, examined, {
    ...looked((folder) => {
      holding('{"value":[]}')(folder);
      execFileSync('truncate', ['-s', '5000', join(folder, 's.sqlite')]);
    }),
  }),
  store('noise behind its first line', 1, examined, {
    ...looked(
      file(() => Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(50 * MB, 0x9d)])),
    ),
  }),
  store(
    'a pipe',
    1,
    examined,
    looked((folder) => execFileSync('mkfifo', [join(folder, 's.sqlite')])),
  ),
  store(
    'a folder',
    1,
    examined,
    looked((folder) => mkdirSync(join(folder, 's.sqlite'))),
  ),
  store(
    '/dev/zero',
    1,
    examined,
    looked((folder) => symlinkSync('/dev/zero', join(folder, 's.sqlite'))),
  ),
  store(
    'a link to itself',
    1,
    examined,
    looked((folder) => symlinkSync('s.sqlite', join(folder, 's.sqlite'))),
  ),
  store('another table of that name', 0, hello, {
    ...talked((folder) => {
      const database = new Database(join(folder, 's.sqlite'));
      database.exec('CREATE TABLE keyv (a, b, c)');
      database.close();
    }),
  }),
  store('a value that is no JSON', 0, hello, talked(holding(CANARY))),
  store('a value that is a number', 0, hello, talked(holding('{"value":5}'))),
  store('a value 100,000 lists deep', 0, hello, {
    ...talked(holding(`{"value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)),
  }),
  store('figures of the wrong shape, that steer', 0, hello, {
    ...talked(
      holding('{"value":[{"kind":"review","at":"\\u001b[2J","flags":{"__proto__":1e308}},null,7]}'),
    ),
  }),
  store('encrypted with another key', 1, examined, {
    ...looked(holding(sealed()), { DATA_KEY: OTHER }),
  }),
  store('encrypted, and no key set', 0, hello, talked(holding(sealed()))),
  store(
    'encrypted, and cut',
    1,
    examined,
    looked(holding(sealed().slice(0, 30)), { DATA_KEY: KEY }),
  ),
];

/** As it would stand there, encrypted with a key that nobody has. */
function sealed(): string {
  return `aes1:0123abcd:${Buffer.alloc(60, 9).toString('base64')}`;
}
