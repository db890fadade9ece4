import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { draftOf } from './texts.ts';
import { compare, ms } from './timing.ts';

const run = promisify(execFile);

/** The whole process of a command, from start to end, against a Node that does nothing. */
export async function benchProcess(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'match-coach-'));
  const draft = join(folder, 'draft.txt');
  writeFileSync(draft, draftOf(750, 0));
  const node = (...args: string[]) => run(process.execPath, args);
  const timed = await compare(
    [
      { name: 'node -e 0', run: () => node('-e', '0') },
      { name: 'coach review', run: () => node('dist/main.js', 'review', draft) },
      { name: 'coach ask', run: () => node('dist/main.js', 'ask', 'should i move my ck date') },
    ],
    20,
    3,
  );
  rmSync(folder, { recursive: true });
  return [
    'a whole process',
    ...timed.map(
      ({ name, milliseconds, ratio }) =>
        `  ${name.padEnd(14)} ${ms(milliseconds)}   ${ratio.toFixed(2)} × bare node`,
    ),
  ];
}
