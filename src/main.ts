import { Unusable } from './unusable.ts';

/** Picks the front door. The reader of a closed pipe (`| head`) is no failure of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  const [{ loadConfig }, { wire }, { runCli }] = await Promise.all([
    import('./config.ts'),
    import('./wire.ts'),
    import('./terminal/cli.ts'),
  ]);
  process.exitCode = await runCli(wire(await loadConfig()), process);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = error instanceof Unusable ? 2 : 1;
}
