import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Gateway, openGateway } from './gateway.ts';
import { Someone } from './person.ts';
import { answer, bodyOf, type Reply } from './rest.ts';
import { type Channel, type Guild, type Person, snowflake, type World } from './world.ts';

/**
 * A Discord on this machine, gateway and REST, to which the real client connects. Bodies are
 * checked with Discord's own published schema, and what a schema can't say by `rules.ts`; each
 * breach is a line in `world.violations`.
 */
export interface LocalDiscord {
  url: string;
  world: World;
  gateway: Gateway;
  guild(name: string, permissions?: bigint): Guild;
  channel(guild: Guild): Channel;
  /** The DM of a person with the bot. */
  dm(person: Someone): Channel;
  person(name: string): Someone;
  /** Answers the next requests to a route so instead: a fault. */
  fails(route: RegExp, reply: Reply & { headers?: Record<string, string> }, times?: number): void;
  /** Lets time pass for tokens and first responses, in milliseconds. */
  later(ms: number): void;
  close(): Promise<void>;
}

const ALL = 0xffff_ffff_ffffn;

export async function startDiscord(): Promise<LocalDiscord> {
  let ahead = 0;
  const world: World = {
    application: { id: snowflake(), username: 'Match Coach' },
    guilds: new Map(),
    channels: new Map(),
    messages: [],
    commands: new Map(),
    pending: new Map(),
    files: new Map(),
    violations: [],
    requests: [],
    url: '',
    now: () => Date.now() + ahead,
  };
  const faults: Array<{
    route: RegExp;
    reply: Reply & { headers?: Record<string, string> };
    times: number;
  }> = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname).replace(
      /^\/api\/v10/,
      '',
    );
    const route = `${request.method} ${path}`;
    world.requests.push(route);
    const sent = await bodyOf(request);
    const fault = faults.find((one) => one.route.test(route) && one.times > 0);
    if (fault) fault.times--;
    const parts = path.split('/').slice(1);
    const reply = fault?.reply ?? answer({ world, gateway, route, parts, ...sent });
    const type = reply.bytes ? 'application/octet-stream' : 'application/json';
    response.writeHead(reply.status, {
      ...(reply.body || reply.bytes ? { 'content-type': type } : {}),
      ...(fault?.reply.headers ?? {}),
    });
    response.end(
      reply.bytes ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body)),
    );
  });
  const gateway = openGateway(server, world);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const channelIn = (type: number, guild?: Guild, members: string[] = []): Channel => {
    const channel: Channel = {
      id: snowflake(),
      type,
      name: 'general',
      guild,
      members: new Set(members),
    };
    world.channels.set(channel.id, channel);
    return channel;
  };
  return {
    url: `${world.url}/api`,
    world,
    gateway,
    guild(name, permissions = ALL) {
      const guild: Guild = { id: snowflake(), name, permissions };
      world.guilds.set(guild.id, guild);
      return guild;
    },
    channel: (guild) => channelIn(0, guild),
    dm: ({ person }) => channelIn(1, undefined, [person.id]),
    person(name) {
      const person: Person = { id: snowflake(), username: name };
      return new Someone(person, world, gateway);
    },
    fails: (route, reply, times = 1) => void faults.push({ route, reply, times }),
    later(ms) {
      ahead += ms;
    },
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
