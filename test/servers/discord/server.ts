import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { Discord } from './discord.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { createHandler } from './rest/handle.ts';
import { Limits } from './rest/limits.ts';
import { Log } from './rest/log.ts';
import { routesFor } from './rest/routes.ts';
import type { Privileged } from './world/application.ts';
import { World } from './world/world.ts';

export interface DiscordOptions {
  /** The bot's name. */
  name?: string;
  /** How many shards the gateway recommends; 1 by default. */
  shards?: number;
  /** Privileged intents that are switched on for the application; none by default. */
  privileged?: readonly Privileged[];
  /** Milliseconds between heartbeats; Discord's own by default. */
  heartbeat?: number;
  /** Keeps Discord's rate limits; off by default. `per`: milliseconds in which a channel takes five messages. */
  rateLimits?: boolean | { per: number };
}

/** Starts a Discord on a free port of 127.0.0.1. */
export async function startDiscord({
  name = 'Match Coach',
  shards = 1,
  privileged = [],
  heartbeat = 41_250,
  rateLimits = false,
}: DiscordOptions = {}): Promise<Discord> {
  const world = new World(name, privileged);
  const faults = new Faults();
  const gateway = new Gateway(world, faults, heartbeat);
  const log = new Log();
  const limits = new Limits(rateLimits);
  const handle = createHandler({ world, faults, routes: routesFor(shards), log, limits });
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A mistake of this server's own must not look like Discord's.
      world.violate('server', error instanceof Error ? `${error.stack}` : `${error}`, request.url);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  server.keepAliveTimeout = 60_000;
  const sockets = new WebSocketServer({ server, path: '/gateway', perMessageDeflate: false });
  sockets.on('connection', (socket) => gateway.accept(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 2_048, resolve));
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return new Discord({ world, faults, gateway, log, stop });
}
