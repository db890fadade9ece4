import type { IncomingMessage } from 'node:http';
import type { Gateway } from './gateway.ts';
import { refusal, walk } from './rules.ts';
import {
  type Channel,
  channelOf,
  type Json,
  messageOf,
  type Pending,
  type Shown,
  snowflake,
  userOf,
  type World,
} from './world.ts';

/** An answer of the REST side. */
export interface Reply {
  status: number;
  body?: Json;
  bytes?: Uint8Array;
}

const error = (status: number, code: number, message: string): Reply => ({
  status,
  body: { code, message },
});
const UNKNOWN_INTERACTION = error(404, 10_062, 'Unknown interaction');
const FIRST_RESPONSE_MS = 3_000;
const TOKEN_MS = 15 * 60 * 1000;

/** Everything a route works with. */
export interface Call {
  world: World;
  gateway: Gateway;
  route: string;
  parts: string[];
  body: Json;
  files: Array<{ name: string; bytes: Uint8Array }>;
}

type Route = (call: Call) => Reply;

/** The routes that the bot needs, by method and path. */
const ROUTES: ReadonlyArray<readonly [RegExp, Route]> = [
  [
    /^GET \/gateway\/bot$/,
    ({ world }) => ({
      status: 200,
      body: {
        url: `${world.url.replace('http', 'ws')}/gateway`,
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
      },
    }),
  ],
  [/^GET \/users\/@me$/, ({ world }) => ({ status: 200, body: userOf(world.application, true) })],
  [
    /^GET \/applications\/\d+\/commands$/,
    ({ world }) => ({
      status: 200,
      body: [...world.commands.values()],
    }),
  ],
  [
    /^POST \/applications\/\d+\/commands$/,
    ({ world, body }) => {
      const id = snowflake();
      const command = {
        type: 1,
        options: [],
        ...body,
        id,
        application_id: world.application.id,
        version: id,
        default_member_permissions: null,
        nsfw: false,
      };
      world.commands.set(id, command);
      return { status: 201, body: command };
    },
  ],
  [
    /^PATCH \/applications\/\d+\/commands\/\d+$/,
    ({ world, parts, body }) => {
      const id = parts[3] ?? '';
      const command = { ...world.commands.get(id), ...body };
      world.commands.set(id, command);
      return { status: 200, body: command };
    },
  ],
  [
    /^DELETE \/applications\/\d+\/commands\/\d+$/,
    ({ world, parts }) => {
      world.commands.delete(parts[3] ?? '');
      return { status: 204 };
    },
  ],
  [/^POST \/interactions\/\d+\/[^/]+\/callback$/, callback],
  [/^PATCH \/webhooks\/\d+\/[^/]+\/messages\/@original$/, (call) => editOriginal(call)],
  [
    /^POST \/webhooks\/\d+\/[^/]+$/,
    (call) => {
      const pending = alive(call, call.parts[2] ?? '');
      if (!pending) return UNKNOWN_INTERACTION;
      // The first follow-up to a deferral fills it.
      const only = (call.body.flags ?? 0) & 64 ? pending.person.id : undefined;
      return { status: 200, body: say(call, pending.channel, only) };
    },
  ],
  [
    /^POST \/channels\/\d+\/messages$/,
    (call) => {
      const channel = call.world.channels.get(call.parts[1] ?? '');
      if (!channel) return error(404, 10_003, 'Unknown Channel');
      return { status: 200, body: say(call, channel, undefined) };
    },
  ],
  [
    /^GET \/channels\/\d+\/messages\/\d+$/,
    ({ world, parts }) => {
      const found = world.messages.find(({ id }) => id === parts[3]);
      return found
        ? { status: 200, body: messageOf(world, found) }
        : error(404, 10_008, 'Unknown Message');
    },
  ],
  [
    /^GET \/channels\/\d+$/,
    ({ world, parts }) => {
      const channel = world.channels.get(parts[1] ?? '');
      return channel
        ? { status: 200, body: channelOf(channel) }
        : error(404, 10_003, 'Unknown Channel');
    },
  ],
  [
    /^POST \/channels\/\d+\/threads$/,
    ({ world, parts, body, gateway }) => {
      const parent = world.channels.get(parts[1] ?? '');
      const thread: Channel = {
        id: snowflake(),
        type: body.type,
        name: body.name,
        guild: parent?.guild,
        members: new Set(),
      };
      world.channels.set(thread.id, thread);
      const data = { ...channelOf(thread), parent_id: parent?.id, owner_id: world.application.id };
      gateway.send('THREAD_CREATE', { ...data, newly_created: true });
      return { status: 201, body: data };
    },
  ],
  [
    /^PUT \/channels\/\d+\/thread-members\/\d+$/,
    ({ world, parts }) => {
      world.channels.get(parts[1] ?? '')?.members.add(parts[3] ?? '');
      return { status: 204 };
    },
  ],
  [
    /^GET \/attachments\/\d+\/.+$/,
    ({ world, parts }) => {
      const file = world.files.get(parts[1] ?? '');
      return file ? { status: 200, bytes: file.bytes } : error(404, 0, 'Not Found');
    },
  ],
];

/** Answers one request, after its body was checked. */
export function answer(call: Call): Reply {
  const why = call.body === undefined ? undefined : refusal(call.route, call.body);
  if (why) {
    call.world.violations.push(`${call.route.replace(/token-[\w-]+/g, 'TOKEN')}: ${why}`);
    return { status: 400, body: { code: 50_035, message: 'Invalid Form Body', errors: {} } };
  }
  const found = ROUTES.find(([pattern]) => pattern.test(call.route));
  if (found) return found[1](call);
  call.world.violations.push(`unknown route ${call.route}`);
  return error(404, 0, 'Not Found');
}

function alive({ world }: Call, token: string): Pending | undefined {
  const pending = [...world.pending.values()].find((one) => one.token === token);
  if (!pending || world.now() - pending.createdAt > TOKEN_MS) return undefined;
  return pending.acknowledged === undefined ? undefined : pending;
}

function callback(call: Call): Reply {
  const { world, parts, body } = call;
  const pending = world.pending.get(parts[1] ?? '');
  if (!pending || world.now() - pending.createdAt > FIRST_RESPONSE_MS) {
    world.violations.push('first response after three seconds, or to no interaction');
    return UNKNOWN_INTERACTION;
  }
  if (pending.acknowledged !== undefined) {
    world.violations.push('acknowledged twice');
    return error(400, 40_060, 'Interaction has already been acknowledged.');
  }
  pending.acknowledged = body.type;
  pending.ephemeral = Boolean((body.data?.flags ?? 0) & 64);
  if (body.type === 9) pending.modal = body.data;
  if (body.type === 6) pending.original = pending.message;
  if (body.type === 4)
    pending.original = shownOf(
      call,
      pending.channel,
      body.data,
      pending.ephemeral ? pending.person.id : undefined,
    );
  return { status: 200, body: { interaction: { id: pending.id, type: 2 } } };
}

function editOriginal(call: Call): Reply {
  const pending = alive(call, call.parts[2] ?? '');
  if (!pending) return UNKNOWN_INTERACTION;
  const only = pending.ephemeral ? pending.person.id : undefined;
  if (pending.original) pending.original.body = withFiles(call, call.body);
  else pending.original = shownOf(call, pending.channel, withFiles(call, call.body), only);
  return { status: 200, body: messageOf(call.world, pending.original) };
}

function say(call: Call, channel: Channel, only: string | undefined): Json {
  const { nonce, enforce_nonce } = call.body;
  const same = enforce_nonce && call.world.messages.find(({ body }) => body.nonce === nonce);
  return messageOf(call.world, same || shownOf(call, channel, withFiles(call, call.body), only));
}

function shownOf({ world }: Call, channel: Channel, body: Json, only: string | undefined): Shown {
  const shown: Shown = {
    id: snowflake(),
    channel: channel.id,
    body,
    author: world.application,
    only,
  };
  world.messages.push(shown);
  return shown;
}

/** Keeps what was uploaded, and holds the components to the files that they name. */
function withFiles({ world, files, route }: Call, body: Json): Json {
  const attachments = files.map(({ name, bytes }) => {
    const id = snowflake();
    world.files.set(id, { name, bytes });
    return {
      id,
      filename: name,
      size: bytes.length,
      url: `${world.url}/api/v10/attachments/${id}/${name}`,
      proxy_url: '',
    };
  });
  for (const { file } of walk(body.components)) {
    const name = file?.url?.replace('attachment://', '');
    if (name && !files.some((one) => one.name === name))
      world.violations.push(`${route}: names ${name}, which is not attached`);
  }
  return { ...body, attachments };
}

/** A request's JSON and files, whether it came as JSON or in parts. */
export async function bodyOf(request: IncomingMessage): Promise<Pick<Call, 'body' | 'files'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const type = request.headers['content-type'] ?? '';
  const bytes = Buffer.concat(chunks);
  if (!bytes.length) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/')) return { body: JSON.parse(String(bytes)), files: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files: Call['files'] = [];
  for (const [name, value] of form)
    if (name.startsWith('files[') && typeof value !== 'string')
      files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  return { body: JSON.parse(String(form.get('payload_json') ?? '{}')), files };
}
