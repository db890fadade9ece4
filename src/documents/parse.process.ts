import { Worker } from 'node:worker_threads';
import { Unusable } from '../unusable.ts';
import { PARSE_MEMORY_MB } from './limits.ts';
import type { Parsed } from './sandbox.ts';

/**
 * A process of its own that parses one file from standard input and prints what came of it; see
 * `sandbox.ts`. A parser that is busy can't watch itself, so a thread beside it ends the process
 * once it holds too much memory, buffers outside the heap included.
 */
const watch = `setInterval(() => {
  if (process.memoryUsage.rss() > ${PARSE_MEMORY_MB * 1024 * 1024}) process.kill(process.pid, 'SIGKILL');
}, 5)`;
new Worker(watch, { eval: true }).unref();

async function parse(format: string | undefined, bytes: Uint8Array): Promise<Parsed> {
  try {
    return {
      text:
        format === 'docx'
          ? await (await import('./docx.ts')).readDocx(bytes)
          : await (await import('./pdf.ts')).readPdf(bytes),
    };
  } catch (error) {
    return { unusable: error instanceof Unusable ? error.message : '' };
  }
}

const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const parsed = await parse(process.argv[2], Buffer.concat(chunks));
process.stdout.write(JSON.stringify(parsed), () => process.exit(0));
