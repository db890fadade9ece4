import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Before any test: the coach as people run it, and `src/documents/` by itself, because its parsing
 * process needs JavaScript. `test/documents/helpers/read.ts` loads it from here.
 */
export default async function setup(): Promise<void> {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      read: 'src/documents/read.ts',
      annotate: 'src/documents/annotate/annotate.ts',
      'parse.process': 'src/documents/parse.process.ts',
    },
    outdir: 'node_modules/.cache/match-coach/documents',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
}
