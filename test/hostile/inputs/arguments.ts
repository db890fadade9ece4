import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { door } from '../command-line.ts';
import { DRAFT, MB } from '../draft.ts';

const argument = door('arguments');
const variable = door('the environment');
const steer = '\u001b[31mred\u001b]0;x\u0007';

/** What stands behind the name of the program. */
export const commandArguments = [
  argument('a command that there isn’t, and steers', 2, /no command/, {
    args: [steer],
    short: true,
  }),
  argument('an option that there isn’t, and steers', 2, /no option|nknown option/, {
    args: [`--${steer}`],
  }),
  argument('__proto__ for a command', 2, /no command/, { args: ['__proto__'] }),
  argument('help for __proto__', 2, /no command/, { args: ['help', '__proto__'] }),
  argument('2,000 arguments', 2, /no command|oo many/, { args: Array(2_000).fill('a') }),
  argument('one argument of 100,000 letters', 2, /no command/, { args: ['a'.repeat(100_000)] }),
  argument('--focus that steers', 2, /no theme/, {
    args: ['interview', '--focus', steer],
    short: true,
  }),
  argument('--style that steers', 2, /no style/, { args: ['interview', '--style', steer] }),
  argument('--question __proto__', 2, /no question/, {
    args: ['interview', '--question', '__proto__'],
  }),
  argument('--situation __proto__', 2, /situation/, {
    args: ['interview', '--situation', '__proto__'],
  }),
  argument('--rounds of a billion', 2, /between 1 and/, {
    args: ['interview', '--rounds', '1000000000'],
  }),
  argument('--rounds 1e1', 2, /whole number/, { args: ['interview', '--rounds', '1e1'] }),
  argument('--rounds -1', 2, /between 1 and|rgument/, { args: ['interview', '--rounds', '-1'] }),
  argument('--seed of 400 figures', 2, /whole number/, {
    args: ['interview', '--seed', '9'.repeat(400)],
  }),
  argument('--about a folder', 2, /is a folder/, { args: ['interview', '--about', '.'] }),
  argument('--about standard input', 2, /name the file/, { args: ['interview', '--about', '-'] }),
  argument('--about a draft that raises nothing', 2, /raises no question/, {
    args: ['interview', '--about', 'a.txt'],
    files: { 'a.txt': 'Why not?' },
  }),
  argument('ask with a question and --json', 2, /not both/, { args: ['ask', 'a', '--json'] }),
  argument('serve without a token', 2, /DISCORD_TOKEN is not set/, { args: ['serve'] }),
];

const review = { args: ['review', '--json', 'a.txt'], files: { 'a.txt': DRAFT } };
const env = (name: string, value: string) => ({ ...review, env: { [name]: value } });
const pipe = (folder: string) => void execFileSync('mkfifo', [join(folder, '.env')]);

/** What is set for the program, and `.env`. */
export const environment = [
  variable('SHARDS of 400 wide spans', 2, /SHARDS must be/, {
    ...review,
    env: { SHARD_COUNT: '10000', SHARDS: Array(400).fill('0-99999').join() },
    short: true,
  }),
  variable('SHARDS of 18,000 spans', 2, /SHARDS must be/, {
    ...review,
    env: { SHARD_COUNT: '10000', SHARDS: Array(18_000).fill('0-9999').join().slice(0, 120_000) },
  }),
  variable('SHARDS with signs that steer', 2, /SHARDS must be/, env('SHARDS', steer)),
  variable('SHARD_COUNT of Infinity', 2, /SHARD_COUNT must be/, env('SHARD_COUNT', 'Infinity')),
  variable(
    'DATA_KEY of 100,000 letters',
    2,
    /DATA_KEY must be/,
    env('DATA_KEY', 'A'.repeat(100_000)),
  ),
  variable(
    'DATA_KEY that is nearly one',
    2,
    /DATA_KEY must be/,
    env('DATA_KEY', 'sk-hush-7719='.padStart(44, 'A')),
  ),
  variable('LOG_LEVEL __proto__', 2, /LOG_LEVEL must be/, env('LOG_LEVEL', '__proto__')),
  variable(
    'OPENAI_BASE_URL of a file',
    2,
    /OPENAI_BASE_URL must be/,
    env('OPENAI_BASE_URL', 'file:///etc/passwd'),
  ),
  variable(
    'DISCORD_API_URL of a script',
    2,
    /DISCORD_API_URL must be/,
    env('DISCORD_API_URL', 'javascript:1'),
  ),
  variable(
    'STORE_URL of another kind',
    2,
    /STORE_URL must be/,
    env('STORE_URL', 'http://sk-hush-7719@a'),
  ),
  variable('STORE_URL of a Redis that can’t be reached', 0, /Match Coach/, {
    args: [],
    input: '/progress\n',
    env: { STORE_URL: 'redis://u:sk-hush-7719@127.0.0.1:9/0' },
  }),
  variable('METRICS_PORT 99999', 2, /METRICS_PORT must be/, env('METRICS_PORT', '99999')),
  variable(
    'OPENAI_DEADLINE_SECONDS 1e9',
    2,
    /OPENAI_DEADLINE_SECONDS must be/,
    env('OPENAI_DEADLINE_SECONDS', '1e9'),
  ),
  variable('.env that is a pipe', 2, /\.env is no ordinary file/, {
    ...review,
    prepare: pipe,
    short: true,
  }),
  variable('.env that is /dev/zero', 2, /\.env is no ordinary file/, {
    ...review,
    prepare: (folder) => symlinkSync('/dev/zero', join(folder, '.env')),
  }),
  variable('.env that is a link to itself', 2, /\.env can’t be opened/, {
    ...review,
    prepare: (folder) => symlinkSync('.env', join(folder, '.env')),
  }),
  variable('.env of 200 MB', 2, /\.env is over 1 MB/, {
    ...review,
    files: { ...review.files, '.env': () => Buffer.alloc(200 * MB, 'A=b\n') },
  }),
  variable('.env of noise', 0, /"words"/, {
    ...review,
    files: { ...review.files, '.env': () => Buffer.alloc(500_000, '\u0000=\u0001"\n\\') },
  }),
  variable('.env of 1 MB without an end of line', 0, /"words"/, {
    ...review,
    files: { ...review.files, '.env': () => `A="${'\\n'.repeat(500_000)}` },
  }),
  variable('.env that sets what Node heeds', 0, /"words"/, {
    ...review,
    files: {
      ...review.files,
      '.env': 'NODE_OPTIONS=--require=/etc/passwd\n__proto__=1\nPATH=/none\n',
    },
  }),
];
