import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { door, type Given } from '../command-line.ts';
import { DRAFT, MB, QUESTION } from '../draft.ts';
import { ROOT } from '../stage.ts';

const check = door('check');
const weights = door('trained weights');

/** `check` of a copy of the folder with something done to it. */
const checked = (harm: (folder: string) => unknown): Given => ({
  args: ['check', 'knowledge'],
  prepare: (folder) => {
    cpSync(join(ROOT, 'knowledge'), join(folder, 'knowledge'), { recursive: true });
    harm(join(folder, 'knowledge'));
  },
});
const write = (file: string, text: string | Uint8Array) => (folder: string) =>
  writeFileSync(join(folder, file), text);
const aliases = [...'bcdefghij'].map(
  (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`)}]`,
);

/** What `coach check` may be pointed at. */
export const checks = [
  check('a link to itself', 2, /no folder/, {
    args: ['check', 'loop'],
    prepare: (folder) => symlinkSync('loop', join(folder, 'loop')),
    short: true,
  }),
  check('a folder with nothing of the kind in it', 2, /holds no knowledge/, {
    args: ['check', '.'],
    short: true,
  }),
  check('a name that steers', 2, /no folder/, { args: ['check', '\u001b[2J'] }),
  check('the whole machine', 2, /holds no knowledge/, { args: ['check', '/'] }),
  check('YAML that stands for a billion', 1, /knowledge/, {
    ...checked(write('questions/bomb.yaml', `a: &a [lol]\n${aliases.join('\n')}\n`)),
  }),
  check(
    'YAML 50,000 lists deep',
    1,
    /knowledge|nesting|depth/,
    checked(write('questions/deep.yaml', '['.repeat(50_000))),
  ),
  check('YAML with an object of a program’s', 1, /knowledge/, {
    ...checked(write('questions/code.yaml', '!!js/function "function () { process.exit(9) }"')),
  }),
  check('YAML with __proto__ and signs that steer', 1, /knowledge/, {
    ...checked(
      write('questions/odd.yaml', '__proto__: {theme: x}\ntheme: "\\e[2J"\nquestions: 5\n'),
    ),
  }),
  check('a pipe in the place of a file', 2, /no ordinary file/, {
    ...checked((folder) => execFileSync('mkfifo', [join(folder, 'questions', 'pipe.yaml')])),
  }),
  check('a file of 1 GB', 2, /no ordinary file/, {
    ...checked((folder) => {
      write('questions/large.yaml', '')(folder);
      truncateSync(join(folder, 'questions/large.yaml'), 1024 * MB);
    }),
  }),
  check('a folder in the place of a file', 2, /no ordinary file/, {
    ...checked((folder) => mkdirSync(join(folder, 'strategy', 'a.md'))),
  }),
  check('a passage of 3 MB', 1, /knowledge/, {
    ...checked(
      write('strategy/long.md', `---\ntitle: Long\n---\n\n## Long\n\n${'word '.repeat(600_000)}`),
    ),
  }),
  check('200,000 headings', 1, /knowledge/, {
    ...checked(write('strategy/many.md', `---\ntitle: Many\n---\n${'\n## A\n'.repeat(50_000)}`)),
  }),
  check(
    'bytes that are no text',
    1,
    /knowledge/,
    checked(write('strategy/odd.md', Buffer.alloc(90_000, 0xfe))),
  ),
  check('weights that are cut', 1, /weights\.json:1: is missing or damaged/, {
    ...checked((folder) => truncateSync(join(folder, 'reader/weights.json'), 900_000)),
  }),
];

/** The program with a harmed copy of what it knows. */
const harmed = (args: string[], file: string, harm: (bytes: Buffer) => Uint8Array): Given => ({
  args,
  main: 'dist/main.js',
  files: { 'a.txt': DRAFT },
  prepare: (folder) => {
    for (const one of ['dist', 'knowledge', 'prompts', 'package.json'])
      cpSync(join(ROOT, one), join(folder, one), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const path = join(folder, 'knowledge/reader', file);
    writeFileSync(path, harm(readFileSync(path)));
  },
});
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
const review = ['review', 'a.txt'];
const ask = ['ask', QUESTION];

/** What was trained, and is no longer whole. */
export const trained = [
  weights('the reader’s, cut in half', 1, /weights\.json:1: is missing or damaged/, {
    ...harmed(review, 'weights.json', half),
  }),
  weights(
    'the reader’s, empty',
    1,
    /weights\.json:1: is missing/,
    harmed(review, 'weights.json', () => Buffer.alloc(0)),
  ),
  weights(
    'the reader’s, other JSON',
    1,
    /weights\.json:1: is missing/,
    harmed(review, 'weights.json', () => Buffer.from('{"linear":{}}')),
  ),
  weights('the finder’s of trouble, cut in half', 1, /trouble\.bin:1: is missing or damaged/, {
    ...harmed(ask, 'trouble.bin', half),
    short: true,
  }),
  weights('the finder’s of trouble, all of it ones', 1, /trouble\.bin:1: is missing/, {
    ...harmed(ask, 'trouble.bin', (bytes) => Buffer.alloc(bytes.length, 0xff)),
  }),
  weights(
    'the words’, cut in half',
    1,
    /words\.i8:1: is missing or damaged/,
    harmed(ask, 'words.i8', half),
  ),
  weights(
    'the list of words, empty',
    1,
    /words\.i8:1: is missing or damaged/,
    harmed(ask, 'words.txt', () => Buffer.alloc(0)),
  ),
];
