import { spawn } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bulkhead } from 'cockatiel';
import { Unusable } from '../unusable.ts';
import type { Placed } from './annotate/letters.ts';
import { MAX_CHARACTERS, MAX_FILE_BYTES, PARSE_DEADLINE_MS, PARSE_HEAP_MB } from './limits.ts';

/**
 * What such a process prints: a text, or a file in base64; or why there is none ('' where the
 * parser gave up).
 */
export type Done = { output: string } | { unusable: string };

/** What to annotate a Word file with; `text` where the file is yet to be made of it. */
export interface Annotating {
  comments: readonly Placed[];
  text?: string;
}

const DAMAGED =
  'This file is damaged or is not what its name says. Export it again, or paste the text.';
const COSTLY =
  'This file takes far more work to open than a statement should. Paste the text instead.';
/** What a loader takes by itself on a busy machine, in milliseconds. */
const LOADING_MS = 10_000;
/** JSON may write a character in six. */
const MAX_PRINTED = { text: MAX_CHARACTERS * 6 * 10, file: MAX_FILE_BYTES * 2 };

/**
 * Parses a file in a process of its own, with a limit on its memory and a deadline: a 36 KB .docx
 * can otherwise cost gigabytes, and out of memory in a thread would take this whole process down.
 * The process is given nothing of the environment. Throws `Unusable`.
 */
export async function parseApart(format: 'docx' | 'pdf', bytes: Uint8Array): Promise<string> {
  return outputOf(await turns.execute(() => runApart(format, [bytes], MAX_PRINTED.text)));
}

/** Annotates a Word file in such a process: what was cheap to read may yet be made costly to change. Throws `Unusable`. */
export async function annotateApart(how: Annotating, bytes: Uint8Array): Promise<Uint8Array> {
  const input = [Buffer.from(`${JSON.stringify(how)}\n`), bytes];
  const output = outputOf(await turns.execute(() => runApart('annotate', input, MAX_PRINTED.file)));
  return Buffer.from(output, 'base64');
}

function outputOf(printed: string | undefined): string {
  if (printed === undefined) throw new Unusable(COSTLY);
  const done = doneFrom(printed);
  if ('output' in done) return done.output;
  throw new Unusable(done.unusable || DAMAGED);
}

/** Parsers that run at once, whoever sent the files; the others wait for their turn. */
const AT_ONCE = 2;
const turns = bulkhead(AT_ONCE, Number.POSITIVE_INFINITY);

/** What the process printed; undefined where it had to be ended. */
function runApart(
  job: string,
  input: readonly Uint8Array[],
  most: number,
): Promise<string | undefined> {
  // The sources run as they are under a loader in development and as JavaScript once built.
  const extension = extname(import.meta.url);
  const script = fileURLToPath(new URL(`./parse.process${extension}`, import.meta.url));
  const loader = extension === '.ts' ? ['--import', 'tsx'] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${PARSE_HEAP_MB}`, ...loader, script, job],
      {
        env: {},
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: PARSE_DEADLINE_MS + (loader.length ? LOADING_MS : 0),
        killSignal: 'SIGKILL',
      },
    );
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      printed += piece;
      if (printed.length > most) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? printed : undefined));
    // The process may end before it has read all.
    child.stdin.on('error', () => {});
    for (const piece of input) child.stdin.write(piece);
    child.stdin.end();
  });
}

function doneFrom(printed: string): Done {
  try {
    return JSON.parse(printed) as Done;
  } catch {
    return { unusable: '' };
  }
}
