import { parentPort, workerData } from 'node:worker_threads';
import { Unusable } from '../unusable.ts';

/** Runs one parser on one file, away from the main thread; see `sandbox.ts`. */
const { format, bytes } = workerData as { format: 'docx' | 'pdf'; bytes: Uint8Array };
try {
  const text =
    format === 'docx'
      ? await (await import('./docx.ts')).readDocx(bytes)
      : await (await import('./pdf.ts')).readPdf(bytes);
  parentPort?.postMessage({ text });
} catch (error) {
  parentPort?.postMessage({ unusable: error instanceof Unusable ? error.message : '' });
}
