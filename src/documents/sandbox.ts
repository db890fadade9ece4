import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Unusable } from '../unusable.ts';
import { PARSE_DEADLINE_MS, PARSE_HEAP_MB } from './limits.ts';

const DAMAGED =
  'This file is damaged or is not what its name says. Export it again, or paste the text.';
const COSTLY =
  'This file takes far more work to open than a statement should. Paste the text instead.';

/**
 * Parses a file in a worker that may neither outgrow its heap nor outlast the deadline: a 36 KB
 * .docx can otherwise cost gigabytes. Throws `Unusable`.
 */
export async function parseInWorker(format: 'docx' | 'pdf', bytes: Uint8Array): Promise<string> {
  // The sources run as they are under a loader in development and as JavaScript once built.
  const extension = extname(import.meta.url);
  const worker = new Worker(new URL(`./parse.worker${extension}`, import.meta.url), {
    workerData: { format, bytes },
    resourceLimits: { maxOldGenerationSizeMb: PARSE_HEAP_MB },
    execArgv: extension === '.ts' ? ['--import', 'tsx'] : [],
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      timer = setTimeout(() => reject(new Unusable(COSTLY)), PARSE_DEADLINE_MS);
      worker.once('message', ({ text, unusable }: { text?: string; unusable?: string }) =>
        text === undefined ? reject(new Unusable(unusable || DAMAGED)) : resolve(text),
      );
      worker.once('error', () => reject(new Unusable(COSTLY)));
      worker.once('exit', () => reject(new Unusable(DAMAGED)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
