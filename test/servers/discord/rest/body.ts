import type { IncomingMessage } from 'node:http';
import { RESTJSONErrorCodes as Code } from 'discord.js';
import { breach } from '../rules/breach.ts';
import type { Upload } from '../world/attachments.ts';
import type { Files } from '../world/messages.ts';
import { Refusal } from './refusal.ts';

const NONE: Files = new Map();

/** The JSON of a request and the files that came with it. */
export async function readBody(request: IncomingMessage): Promise<{ body: unknown; files: Files }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { body: undefined, files: NONE };
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data'))
    return { body: parse(bytes.toString()), files: NONE };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw unreadable('The request body is no form.');
    });
  const files = new Map<number, Upload>();
  for (const [field, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (number === undefined || typeof value === 'string') continue;
    const content = new Uint8Array(await value.arrayBuffer());
    files.set(Number(number), { name: value.name, content });
  }
  const json = form.get('payload_json');
  return { body: typeof json === 'string' ? parse(json) : {}, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('The request body contains invalid JSON.');
  }
}

const unreadable = (message: string) =>
  new Refusal(400, Code.RequestBodyContainsInvalidJSON, message, [breach('json', [], message)]);
