import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A request as an OpenAI-compatible server gets it, as far as tests look at it. */
export interface ModelRequest {
  model: string;
  messages: Array<{ role: string; content: string }>;
  response_format?: { type: string; json_schema?: { name: string; schema: Schema } };
  stream?: boolean;
  [field: string]: unknown;
}

/** A JSON Schema, as far as the stand-ins fill it. */
export interface Schema {
  type?: string;
  enum?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** What the server does with a request. */
export type Reply =
  /** `pace`: milliseconds between two pieces of a stream. */
  | { say: string; pace?: number }
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | { refuse: string }
  /** A body that ends in the middle, or one that never comes. */
  | { half: string }
  | { cut: string }
  /** A body as some server sends it, or the events of its stream. */
  | { body: unknown }
  | { events: readonly unknown[] }
  | 'nothing';

export interface LocalModel {
  /** What `OPENAI_BASE_URL` is set to. */
  url: string;
  requests: ModelRequest[];
  /** The names of its models, or the status with which it refuses to tell; 404 by default. */
  lists(models: readonly string[] | number): void;
  /** How to reply from now on. */
  replies(reply: (request: ModelRequest, count: number) => Reply | Promise<Reply>): void;
  close(): Promise<void>;
}

/** A local server of OpenAI's chat interface, over real HTTP, that replies as a test wants. */
export async function startModel(
  first: (request: ModelRequest, count: number) => Reply | Promise<Reply> = () => ({ say: '{}' }),
): Promise<LocalModel> {
  let reply = first;
  const requests: ModelRequest[] = [];
  let models: readonly string[] | number = 404;
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      const status = typeof models === 'number' ? models : 200;
      const data = typeof models === 'number' ? [] : models.map((id) => ({ id, object: 'model' }));
      response.writeHead(status, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ object: 'list', data }));
    }
    const body = JSON.parse(await textOf(request)) as ModelRequest;
    requests.push(body);
    await answer(await reply(body, requests.length), body, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    lists: (names) => {
      models = names;
    },
    replies: (next) => {
      reply = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

async function answer(
  reply: Reply,
  { stream }: ModelRequest,
  response: ServerResponse,
): Promise<void> {
  if (reply === 'nothing') return;
  if ('status' in reply) {
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(JSON.stringify(reply.body ?? { error: { message: 'no', type: 'x' } }));
    return;
  }
  if ('body' in reply) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    return;
  }
  if ('events' in reply) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of reply.events) response.write(`data: ${JSON.stringify(event)}\n\n`);
    response.end('data: [DONE]\n\n');
    return;
  }
  const usage = { prompt_tokens: 700, completion_tokens: 300, total_tokens: 1000 };
  const refusal = 'refuse' in reply ? reply.refuse : null;
  const content =
    'say' in reply ? reply.say : 'half' in reply ? reply.half : 'cut' in reply ? reply.cut : null;
  if (!stream) {
    const finish = 'cut' in reply ? 'length' : 'stop';
    const message = { role: 'assistant', content, refusal };
    const body = JSON.stringify({
      id: 'chat-1',
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: finish }],
      usage,
    });
    response.writeHead(200, { 'content-type': 'application/json' });
    if ('half' in reply) {
      response.write(body.slice(0, body.length / 2));
      response.destroy();
    } else response.end(body);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const event = (delta: object, finish: string | null = null) =>
    response.write(
      `data: ${JSON.stringify({ id: 'chat-1', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`,
    );
  if (refusal) event({ refusal });
  for (const piece of (content ?? '').match(/[\s\S]{1,40}/g) ?? []) {
    event({ content: piece });
    if ('say' in reply && reply.pace) await pause(reply.pace);
  }
  if ('half' in reply) {
    response.destroy();
    return;
  }
  event({}, 'cut' in reply ? 'length' : 'stop');
  response.end('data: [DONE]\n\n');
}

/** A value of a schema, with each string made up by `string`; enums take their first. */
export function filled(schema: Schema, string: (path: string) => string, path = ''): unknown {
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [
          name,
          filled(inner, string, `${path}/${name}`),
        ]),
      );
    case 'array':
      return [0, 1, 2].map((i) => filled(schema.items ?? {}, string, `${path}/${i}`));
    case 'boolean':
      return true;
    case 'number':
    case 'integer':
      return 1;
    default:
      return string(path);
  }
}
