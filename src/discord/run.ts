import { pino } from 'pino';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { traceOf } from './failures.ts';
import { serve } from './serve.ts';

/** A stop that takes longer is cut off; a container gets about this long. In milliseconds. */
const STOP_WITHIN = 10_000;

/**
 * Serves until SIGINT or SIGTERM, then stops gracefully. Prints the invite; logs to standard error.
 * Throws where Discord lets the bot in no more: what restarts it should know.
 */
export async function run(app: App, config: Config): Promise<void> {
  const log = pino({ level: config.LOG_LEVEL, base: null }, pino.destination(2));
  // Node itself would print what the error holds, such as the body of a request.
  process.once('uncaughtException', (error) => {
    log.fatal(traceOf(error), 'failed where nobody expected it');
    process.exit(1);
  });
  const serving = await serve(app, config, log);
  process.stdout.write(
    `Serving Discord as ${serving.client.user.tag}. Add me to a server:\n${serving.invite}\n`,
  );
  const told = new Promise<undefined>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => resolve(undefined));
  });
  const lost = await Promise.race([told, serving.lost]);
  setTimeout(() => process.exit(1), STOP_WITHIN).unref();
  await serving.stop();
  if (lost) throw lost;
}
