import { pino } from 'pino';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { traceOf } from './failures.ts';
import { serve } from './serve.ts';

/** A stop that takes longer is cut off: a container gets ten seconds. In milliseconds. */
const STOP_WITHIN = 9_500;

/** What runs until it is told to stop, or can't go on. */
interface Running {
  lost: Promise<Error>;
  stop(): Promise<void>;
}

/**
 * Serves until SIGINT or SIGTERM, then stops gracefully. Prints the invite; logs to standard error.
 * Throws where Discord lets the bot in no more: what restarts it should know.
 */
export async function run(
  app: App,
  config: Config,
  { processes = false }: { processes?: boolean } = {},
): Promise<void> {
  const log = pino({ level: config.LOG_LEVEL, base: null }, pino.destination(2));
  // Node itself would print what the error holds, such as the body of a request.
  process.once('uncaughtException', (error) => {
    log.fatal(traceOf(error), 'failed where nobody expected it');
    process.exit(1);
  });
  const told = toStop();
  const start = processes ? startProcesses(config, log) : startHere(app, config, log);
  const running = await Promise.race([start, told]);
  // Nothing is taken in before it is there; what was left from before is still kept.
  if (!running) process.exit(0);
  const lost = await Promise.race([told, running.lost]);
  log.info('stopping');
  setTimeout(() => {
    log.warn('stopped before all that was under way had ended; what was accepted is kept');
    process.exit(1);
  }, STOP_WITHIN).unref();
  await running.stop();
  log.info('stopped');
  // The line to who started this process would keep it here.
  if (process.connected) process.disconnect();
  if (lost) throw lost;
}

async function startHere(app: App, config: Config, log: pino.Logger): Promise<Running> {
  const serving = await serve(app, config, log);
  process.stdout.write(
    `Serving Discord as ${serving.client.user.tag}. Add me to a server:\n${serving.invite}\n`,
  );
  return serving;
}

async function startProcesses(config: Config, log: pino.Logger): Promise<Running> {
  const { serveInProcesses } = await import('./processes.ts');
  const running = await serveInProcesses(process.argv[1] ?? '', config, log);
  process.stdout.write(`Serving Discord in ${running.count} processes.\n`);
  return running;
}

/** Resolves when somebody tells the process to stop, or who started it is gone. */
function toStop(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => resolve(undefined));
    if (process.connected) process.once('disconnect', () => resolve(undefined));
  });
}
