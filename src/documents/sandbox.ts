import { spawn } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Unusable } from '../unusable.ts';
import { MAX_CHARACTERS, PARSE_DEADLINE_MS, PARSE_HEAP_MB } from './limits.ts';

/** What a parsing process prints: the text, or why there is none ('' where the parser gave up). */
export type Parsed = { text: string } | { unusable: string };

const DAMAGED =
  'This file is damaged or is not what its name says. Export it again, or paste the text.';
const COSTLY =
  'This file takes far more work to open than a statement should. Paste the text instead.';
/** JSON may write a character in six. */
const MAX_PRINTED = MAX_CHARACTERS * 6 * 10;

/**
 * Parses a file in a process of its own, with a limit on its memory and a deadline: a 36 KB .docx
 * can otherwise cost gigabytes, and out of memory in a thread would take this whole process down.
 * The process is given nothing of the environment. Throws `Unusable`.
 */
export async function parseApart(format: 'docx' | 'pdf', bytes: Uint8Array): Promise<string> {
  const printed = await runApart(format, bytes);
  if (printed === undefined) throw new Unusable(COSTLY);
  const parsed = parsedFrom(printed);
  if ('text' in parsed) return parsed.text;
  throw new Unusable(parsed.unusable || DAMAGED);
}

/** What the process printed; undefined where it had to be ended. */
function runApart(format: string, bytes: Uint8Array): Promise<string | undefined> {
  // The sources run as they are under a loader in development and as JavaScript once built.
  const extension = extname(import.meta.url);
  const script = fileURLToPath(new URL(`./parse.process${extension}`, import.meta.url));
  const loader = extension === '.ts' ? ['--import', 'tsx'] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${PARSE_HEAP_MB}`, ...loader, script, format],
      {
        env: {},
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: PARSE_DEADLINE_MS,
        killSignal: 'SIGKILL',
      },
    );
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      printed += piece;
      if (printed.length > MAX_PRINTED) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? printed : undefined));
    // The process may end before it has read all.
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}

function parsedFrom(printed: string): Parsed {
  try {
    return JSON.parse(printed) as Parsed;
  } catch {
    return { unusable: '' };
  }
}
