import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Unusable } from '../unusable.ts';

/** What an operator asks of a bot that runs. */
export interface Answers {
  /** `well`: whether it serves people just now; all of it is shown as JSON. */
  health(): Promise<{ well: boolean }>;
  metrics(): Promise<{ type: string; text: string }>;
}

/** Answers `GET /health` (200, or 503 where it isn't well) and `GET /metrics`. */
export interface Monitor {
  port: number;
  close(): Promise<void>;
}

/** Who takes longer to ask is cut off, within another second; in milliseconds. */
const PATIENCE = {
  headersTimeout: 3_000,
  requestTimeout: 3_000,
  connectionsCheckingInterval: 1_000,
};
/** More than look after one bot. */
const CONNECTIONS = 100;

/** Throws `Unusable` where the port can't be had. */
export async function openMonitor(port: number, host: string, answers: Answers): Promise<Monitor> {
  const server = createServer(PATIENCE, async (request, response) => {
    const say = (status: number, type: string, text: string) =>
      response.writeHead(status, { 'content-type': type }).end(text);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return say(405, 'text/plain', 'Only GET.\n');
    try {
      if (request.url === '/health') {
        const health = await answers.health();
        return say(health.well ? 200 : 503, 'application/json', `${JSON.stringify(health)}\n`);
      }
      if (request.url === '/metrics') {
        const { type, text } = await answers.metrics();
        return say(200, type, text);
      }
      return say(404, 'text/plain', 'There are /health and /metrics.\n');
    } catch {
      return say(500, 'text/plain', 'That could not be found out.\n');
    }
  });
  server.maxConnections = CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(
        new Unusable(
          `METRICS_PORT ${port} can’t be had at ${host} (${code}). Choose another, or see what has it.`,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
