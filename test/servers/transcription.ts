import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request for a transcription, as a server of OpenAI's interface reads it from its form. */
export interface Heard {
  path: string;
  model: string;
  format: string;
  granularities: string[];
  prompt: string;
  /** All fields but the file. */
  fields: string[];
  file: { name: string; type: string; bytes: Uint8Array };
}

/** What the server does with a request. */
export type Answer =
  | { json: unknown; after?: number }
  | { text: string }
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** A body that breaks off, and one that never comes. */
  | 'half'
  | 'nothing';

export interface LocalTranscriber {
  /** What `OPENAI_BASE_URL` is set to. */
  url: string;
  heard: Heard[];
  /** How to answer from now on. */
  answers(answer: (heard: Heard, count: number) => Answer): void;
  close(): Promise<void>;
}

/** A local transcription server over real HTTP, that reads the form it is sent and answers as a test wants. */
export async function startTranscriber(
  first: (heard: Heard, count: number) => Answer,
): Promise<LocalTranscriber> {
  let answer = first;
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const json = (status: number, body: unknown, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    // It knows nothing else; whoever asks it to chat is told so at once.
    if (!request.url?.endsWith('/audio/transcriptions')) return json(401, {});
    const read = await readForm(request);
    heard.push(read);
    const said = answer(read, heard.length);
    if (said === 'nothing') return;
    if (said === 'half') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '900' });
      response.write('{"text": "It was');
      setTimeout(() => response.destroy(), 20);
    } else if ('status' in said) {
      json(said.status, said.body ?? { error: { message: 'no', type: 'x' } }, said.headers);
    } else if ('text' in said) {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(said.text);
    } else setTimeout(() => json(200, said.json), said.after ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    heard,
    answers: (next) => {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The same for one test. */
export async function transcriberHere(
  first: (heard: Heard, count: number) => Answer,
): Promise<LocalTranscriber> {
  const transcriber = await startTranscriber(first);
  onTestFinished(() => transcriber.close());
  return transcriber;
}

async function readForm(request: IncomingMessage): Promise<Heard> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(await buffer(request), { headers }).formData();
  const file = form.get('file');
  if (!(file instanceof File)) throw new Error('The form has no file.');
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    path: request.url ?? '',
    model: text('model'),
    format: text('response_format'),
    granularities: form.getAll('timestamp_granularities[]').map(String),
    prompt: text('prompt'),
    fields: [...form.keys()].filter((name) => name !== 'file'),
    file: { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) },
  };
}
