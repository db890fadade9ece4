import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { door } from '../command-line.ts';
import { DRAFT } from '../draft.ts';

const path = door('a path');
const review = (file: string) => ({ args: ['review', file] });

/** What may stand in the place of a draft's file. */
export const paths = [
  path('no name at all', 2, /no such file/, review('')),
  path('no such file', 2, /no such file/, review('none.txt')),
  path('a name that steers the terminal', 2, /no such file/, review('\u001b[31m\u001b]0;x\u0007')),
  path('a name of three lines', 2, /no such file/, review('a\nb\u2028c')),
  path('a name of 5,000 letters', 2, /can’t be opened/, review('a'.repeat(5_000))),
  path('a name that goes up and out', 2, /folder|no such file/, review('../'.repeat(400))),
  path('a folder', 2, /is a folder/, review('.')),
  path('a path through a file', 2, /can’t be opened/, {
    ...review('a.txt/b'),
    files: { 'a.txt': DRAFT },
  }),
  path('a link to itself', 2, /can’t be opened/, {
    ...review('loop'),
    prepare: (folder) => symlinkSync('loop', join(folder, 'loop')),
    short: true,
  }),
  path('a link to nowhere', 2, /no such file/, {
    ...review('gone'),
    prepare: (folder) => symlinkSync('none', join(folder, 'gone')),
  }),
  path('a pipe that nobody writes to', 2, /no text/, {
    ...review('pipe'),
    prepare: (folder) => void execFileSync('mkfifo', [join(folder, 'pipe')]),
    short: true,
  }),
  path('a socket', 2, /can’t be opened/, {
    ...review('socket'),
    prepare: (folder) => void createServer().listen(join(folder, 'socket')).unref(),
  }),
  path('/dev/zero', 2, /over 4 MB/, { ...review('/dev/zero') }),
  path('/dev/urandom', 2, /over 4 MB/, review('/dev/urandom')),
  path('/dev/null', 2, /no text/, review('/dev/null')),
  path('/dev/tty', 2, /can’t be opened/, review('/dev/tty')),
  path('/proc/self/mem', 2, /can’t be read/, review('/proc/self/mem')),
  path('/proc/self/environ, with the key in it', 2, /not text/, {
    ...review('/proc/self/environ'),
    env: { OPENAI_API_KEY: 'sk-hush-7719' },
  }),
  path('an empty file of 100 GB', 2, /over 4 MB/, {
    ...review('sparse'),
    files: { sparse: '' },
    prepare: (folder) => truncateSync(join(folder, 'sparse'), 100 * 1024 ** 3),
  }),
  path('2,000 names of none', 2, /no such file/, {
    args: ['review', ...Array.from({ length: 2_000 }, (_, i) => `none-${i}.txt`)],
  }),
  path('a picture into a pipe', 2, /no ordinary file/, {
    args: ['review', '--json', 'a.txt', '--picture', 'out.png'],
    files: { 'a.txt': DRAFT },
    prepare: (folder) => void execFileSync('mkfifo', [join(folder, 'out.png')]),
  }),
  path('a picture into a full device', 2, /no ordinary file/, {
    args: ['review', '--json', 'a.txt', '--picture', 'out.png'],
    files: { 'a.txt': DRAFT },
    prepare: (folder) => symlinkSync('/dev/full', join(folder, 'out.png')),
  }),
  path('a picture into a folder of that name', 2, /it is a folder/, {
    args: ['review', '--json', 'a.txt', '--picture', 'out.png'],
    files: { 'a.txt': DRAFT },
    prepare: (folder) => mkdirSync(join(folder, 'out.png')),
  }),
  path('a picture of another kind', 2, /ends in \.png/, {
    args: ['review', 'a.txt', '--picture', '\u001b[2J.exe'],
    files: { 'a.txt': DRAFT },
  }),
  path('the draft back over itself, by another name', 2, /write over the draft/, {
    args: ['review', 'a.docx', '--docx', 'b.docx'],
    prepare: (folder) => {
      writeFileSync(join(folder, 'a.docx'), DRAFT);
      linkSync(join(folder, 'a.docx'), join(folder, 'b.docx'));
    },
  }),
  path('the draft back into a link to itself', 2, /can't be written/, {
    args: ['review', '--json', 'a.txt', '--docx', 'loop.docx'],
    files: { 'a.txt': DRAFT },
    prepare: (folder) => symlinkSync('loop.docx', join(folder, 'loop.docx')),
  }),
  path('two of the same to compare', 0, /./, {
    args: ['review', '--compare', 'a.txt', 'a.txt'],
    files: { 'a.txt': DRAFT },
  }),
  path('standard input twice to compare', 2, /./, {
    args: ['review', '--compare', '-', '-'],
    input: DRAFT,
  }),
  path('a draft and a pipe to compare', 2, /no text/, {
    args: ['review', '--compare', 'a.txt', 'pipe'],
    files: { 'a.txt': DRAFT },
    prepare: (folder) => void execFileSync('mkfifo', [join(folder, 'pipe')]),
  }),
  path('nine drafts to compare', 2, /two/, {
    args: ['review', '--compare', ...'abcdefghi'],
  }),
];
