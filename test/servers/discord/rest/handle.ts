import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import type { Fault, Faults } from '../faults.ts';
import { breach } from '../rules/breach.ts';
import { againstSchema } from '../rules/schema.ts';
import type { World } from '../world/world.ts';
import { readBody } from './body.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import { createMatch } from './match.ts';
import { Refusal, refuse } from './refusal.ts';
import type { Reply, Request, Route } from './route.ts';
import { tooMany } from './too-many.ts';

interface Parts {
  world: World;
  faults: Faults;
  routes: readonly Route[];
  log: Log;
  limits: Limits;
}

/** Answers HTTP requests the way Discord does, and notes every breach of its rules. */
export function createHandler({ world, faults, routes, log, limits }: Parts) {
  const match = createMatch(routes);

  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://localhost');
    const method = incoming.method ?? 'GET';
    const path = pathname.replace(/^\/api(?:\/v\d+)?(?=\/)/, '');
    const found = match(method, path);
    const route = found?.route.on ?? `${method} ${path}`;
    const fault = faults.forRequest(route, placeOf(found?.params ?? {}));
    if (fault) excuse(found?.params.token);
    if (fault?.slow) await after(fault.slow);
    let reply: Reply;
    if (fault && !fault.done && isAnswer(fault)) {
      await drain(incoming);
      reply = { status: 200 };
    } else reply = await answer(incoming, found, { route, path, query });
    if (fault?.late) await after(fault.late);
    if (fault?.cut) return void response.destroy();
    if (fault?.never) return;
    if (fault?.status) reply = misfortune(fault);
    log.add({ method, route, path, status: reply.status, at: world.clock.now() });
    send(response, reply, fault?.trickles);
  };

  async function answer(
    incoming: IncomingMessage,
    found: ReturnType<typeof match>,
    { route, path, query }: { route: string; path: string; query: URLSearchParams },
  ): Promise<Reply> {
    try {
      const { body, files } = await readBody(incoming);
      if (!found) throw lost();
      const {
        route: { schema, run, open },
        params,
      } = found;
      if (!open && incoming.headers.authorization !== `Bot ${world.application.token}`)
        throw new Refusal(401, 0, '401: Unauthorized');
      const limited = limits.check(route, path);
      if (limited) return limited;
      const request: Request = { world, route, params, query, body, files };
      const wanted = typeof schema === 'function' ? schema(body) : schema;
      if (schema && !wanted) refuse([breach('schema', ['type'], 'There is no such type.')]);
      if (wanted) refuse(againstSchema(wanted, body));
      const reply = await run(request);
      return { ...reply, headers: { ...limits.headers(route, path), ...reply.headers } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const { rule, path: at, message } of error.breaches) {
        const where = at.map(String).join('.');
        world.violate(rule, where ? `${where}: ${message}` : message, route);
      }
      return { status: error.status, body: error };
    }
  }

  function placeOf({ token, channel }: Readonly<Record<string, string>>) {
    return world.interactions.get(token ?? '')?.channel ?? world.channels.get(channel ?? '');
  }

  function excuse(token: string | undefined): void {
    const interaction = world.interactions.get(token ?? '');
    if (interaction) interaction.excuse = 'its answer was disturbed';
  }
}

const lost = () => {
  const message = 'There is no such route here.';
  return new Refusal(404, 0, '404: Not Found', [breach('route', [], message)]);
};

/** Whether a fault takes the place of what was asked; lateness alone doesn't. */
const isAnswer = ({ status, never, cut }: Fault) => Boolean(status || never || cut);

function misfortune({ status = 500, code = 0, retryAfter = 1, global = false }: Fault): Reply {
  if (status !== 429) return { status, body: { code, message: `${status}: on a test's order` } };
  return tooMany(retryAfter, global ? 'global' : 'user');
}

async function drain(incoming: IncomingMessage): Promise<void> {
  for await (const _ of incoming);
}

function send(
  response: ServerResponse,
  { status, body, bytes, type, headers }: Reply,
  trickles?: number,
): void {
  const payload = bytes ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
  const kind = payload ? { 'content-type': type ?? 'application/json' } : {};
  response.writeHead(status, { ...kind, 'content-length': payload?.length ?? 0, ...headers });
  if (trickles && payload) trickle(response, payload, trickles);
  else response.end(payload);
}

function trickle(response: ServerResponse, payload: Uint8Array, pause: number): void {
  let sent = 0;
  const timer = setInterval(() => response.write(payload.subarray(sent, ++sent)), pause);
  response.on('close', () => clearInterval(timer));
}
