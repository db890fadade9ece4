import OpenAI from 'openai';
import { parse as parsePartial } from 'partial-json';
import { type ChatRequest, DIALECTS, type Dialect, isUnsupported } from './dialect.ts';
import { CallFailed } from './patience.ts';

export interface ChatSettings {
  apiKey: string | undefined;
  baseURL: string | undefined;
  model: string;
}

export interface ChatReply {
  text: string;
  /** Tokens in and out as the server counted them; undefined where it did not. */
  used: number | undefined;
}

export type Chat = (request: ChatRequest, signal: AbortSignal) => Promise<ChatReply>;

/**
 * Calls an OpenAI-compatible server. What a server does not understand (a schema, a temperature,
 * a limit's name) is left out from then on. Rejects with `CallFailed`, never with the server's words.
 */
export function createChat({ apiKey, baseURL, model }: ChatSettings): Chat {
  // Deadline and tries are the caller's: the client's own would multiply with them.
  const client = new OpenAI({ apiKey: apiKey ?? 'none', baseURL: baseURL ?? null, maxRetries: 0 });
  /** The first dialect that this server has understood. */
  let understood = 0;
  return async (request, signal) => {
    for (let spoken = understood; ; spoken++) {
      try {
        const reply = await say(client, model, DIALECTS[spoken] as Dialect, request, signal);
        understood = Math.max(understood, spoken);
        return reply;
      } catch (error) {
        if (!isUnsupported(error) || spoken === DIALECTS.length - 1) throw failureOf(error, signal);
      }
    }
  };
}

async function say(
  client: OpenAI,
  model: string,
  dialect: Dialect,
  request: ChatRequest,
  signal: AbortSignal,
): Promise<ChatReply> {
  const body = dialect(model, request);
  if (!request.partly) {
    const { choices, usage } = await client.chat.completions.create(body, { signal });
    const [choice] = choices ?? [];
    return replyOf(
      choice?.message?.content,
      choice?.message?.refusal,
      choice?.finish_reason,
      usage?.total_tokens,
    );
  }
  const stream = await client.chat.completions.create({ ...body, stream: true }, { signal });
  let text = '';
  let refusal = '';
  let finish: string | null | undefined;
  let used: number | undefined;
  for await (const { choices, usage } of stream) {
    const [choice] = choices ?? [];
    text += choice?.delta?.content ?? '';
    refusal += choice?.delta?.refusal ?? '';
    finish = choice?.finish_reason ?? finish;
    used = usage?.total_tokens ?? used;
    if (choice?.delta?.content) request.partly(readable(text));
  }
  return replyOf(text, refusal, finish ?? 'cut', used);
}

function replyOf(
  text: string | null | undefined,
  refusal: string | null | undefined,
  finish: string | null | undefined,
  used: number | undefined,
): ChatReply {
  if (refusal || finish === 'content_filter') throw new CallFailed('refused', false);
  if (finish === 'cut') throw new CallFailed('down', true);
  if (!text?.trim() || finish === 'length') throw new CallFailed('nonsense', false);
  return { text, used };
}

function readable(text: string): unknown {
  try {
    return parsePartial(text.slice(Math.max(0, text.indexOf('{'))));
  } catch {
    return undefined;
  }
}

/** Errors of the server are told apart by their status alone: their text may repeat the person's. */
function failureOf(error: unknown, signal: AbortSignal): CallFailed {
  if (error instanceof CallFailed) return error;
  if (signal.aborted) return new CallFailed('slow', false);
  if (error instanceof OpenAI.APIError) {
    if (error.code === 'insufficient_quota') return new CallFailed('down', false);
    const status = error.status ?? 503;
    const passing = status === 408 || status === 409 || status === 429 || status >= 500;
    return new CallFailed(
      status === 429 ? 'busy' : 'down',
      passing,
      Number(error.headers?.get('retry-after') ?? 0) * 1000 || 0,
    );
  }
  return error instanceof SyntaxError
    ? new CallFailed('nonsense', true)
    : new CallFailed('down', true);
}
