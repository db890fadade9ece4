import { Worker } from 'node:worker_threads';
import { Unusable } from '../unusable.ts';
import { PARSE_MEMORY_MB } from './limits.ts';
import type { Annotating, Done } from './sandbox.ts';

/**
 * A process of its own that reads or annotates one file from standard input and prints what came of
 * it; see `sandbox.ts`. A parser that is busy can't watch itself, so a thread beside it ends the process
 * once it holds too much memory, buffers outside the heap included.
 */
const watch = `setInterval(() => {
  if (process.memoryUsage.rss() > ${PARSE_MEMORY_MB * 1024 * 1024}) process.kill(process.pid, 'SIGKILL');
}, 5)`;
new Worker(watch, { eval: true }).unref();

const JOBS: Readonly<Record<string, (input: Buffer) => Promise<string>>> = {
  docx: async (input) => (await import('./docx.ts')).readDocx(input),
  pdf: async (input) => (await import('./pdf.ts')).readPdf(input),
  annotate: async (input) => {
    const end = input.indexOf('\n');
    const { comments, text } = JSON.parse(`${input.subarray(0, end)}`) as Annotating;
    const { annotateDocx } = await import('./annotate/docx.ts');
    const bytes =
      text === undefined
        ? input.subarray(end + 1)
        : await (await import('./annotate/new.ts')).newDocx(text);
    return Buffer.from(await annotateDocx(bytes, comments)).toString('base64');
  },
};

async function run(job: string, input: Buffer): Promise<Done> {
  try {
    return { output: (await JOBS[job]?.(input)) ?? '' };
  } catch (error) {
    return { unusable: error instanceof Unusable ? error.message : '' };
  }
}

const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const done = await run(process.argv[2] ?? '', Buffer.concat(chunks));
process.stdout.write(JSON.stringify(done), () => process.exit(0));
