import { Unusable } from './unusable.ts';

/** Picks the front door. The reader of a closed pipe (`| head`) is no failure of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(
    `The output can’t be written (${error.code}). Make room, or send it elsewhere.\n`,
  );
  process.exit(1);
});
// Who closes standard error wants no complaints; the exit code still tells.
process.stderr.on('error', () => {});

try {
  const [{ loadConfig }, { wire }, { runCli }] = await Promise.all([
    import('./config.ts'),
    import('./wire.ts'),
    import('./terminal/cli.ts'),
  ]);
  const config = await loadConfig();
  // `npm start` is the bot where there is a token for it, else the conversation.
  if (process.argv[2] === 'start')
    process.argv.splice(2, 1, ...(config.DISCORD_TOKEN ? ['serve'] : []));
  const app = wire(config);
  process.exitCode = await runCli(app, process, {
    serve: async (options) => (await import('./discord/run.ts')).run(app, config, options),
    examine: async (tell) => (await import('./doctor/examine.ts')).examine(app, config, tell),
  });
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = error instanceof Unusable ? 2 : 1;
}
