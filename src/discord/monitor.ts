import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { type Meter, UNMETERED } from '../metrics/meter.ts';
import { connectedOf, type Health, healthOf } from './health.ts';

export interface Watching {
  meter: Meter;
  /** What the bot is at, for who asks after its health. */
  is(doing: Health['doing']): void;
  close(): Promise<void>;
}

/** Counts, and answers on METRICS_PORT; where that is not set, it does neither. Throws `Unusable`. */
export async function watchOver(
  client: Client,
  app: App,
  { METRICS_PORT, METRICS_HOST }: Config,
  log: Logger,
  interviewsOpen: () => Promise<number>,
): Promise<Watching> {
  if (METRICS_PORT === undefined) return { meter: UNMETERED, is() {}, async close() {} };
  const [{ createMetrics }, { openMonitor }] = await Promise.all([
    import('../metrics/metrics.ts'),
    import('../metrics/http.ts'),
  ]);
  const metrics = createMetrics({ interviewsOpen, shards: () => connectedOf(client) });
  app.onModelCall(metrics.modelCall);
  app.onStoreError(metrics.storeError);
  let doing: Health['doing'] = 'starting';
  const { port, close } = await openMonitor(METRICS_PORT, METRICS_HOST, {
    health: () => healthOf(client, app, doing),
    metrics: async () => ({ type: metrics.type, text: await metrics.text() }),
  });
  log.info({ host: METRICS_HOST, port }, 'metrics');
  return {
    meter: metrics.meter,
    is: (now) => {
      doing = now;
    },
    close,
  };
}
