import OpenAI from 'openai';
import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionCreateParams,
} from 'openai/resources/chat/completions';
import { parse as parsePartial } from 'partial-json';
import { fetchBounded } from '../fetch-bounded.ts';
import { type ChatRequest, dialectsOf, isDeclined, isUnsupported } from './dialect.ts';
import { CallFailed } from './failed.ts';
import { THOUGHTS } from './read-output.ts';
import { type ChatReply, type Gathered, MOST_CHARACTERS, replyOf, textOf } from './reply.ts';

export interface ChatSettings {
  apiKey: string | undefined;
  baseURL: string | undefined;
  model: string;
}

export type Chat = (request: ChatRequest, signal: AbortSignal) => Promise<ChatReply>;

/**
 * Calls an OpenAI-compatible server. What a server does not understand (a schema, a temperature,
 * a limit's name) is left out from then on. Rejects with `CallFailed`, never with the server's words.
 */
export function createChat({ apiKey, baseURL, model }: ChatSettings): Chat {
  const client = createClient({ apiKey, baseURL });
  const dialects = dialectsOf(baseURL);
  /** The first dialect that this server has understood. */
  let understood = 0;
  return async (request, signal) => {
    for (let spoken = understood; ; spoken++) {
      const body = { model, ...dialects[spoken]?.(request) } as ChatCompletionCreateParams;
      try {
        const gathered = request.partly
          ? await streamed(client, body, request.partly, signal)
          : await whole(client, body, signal);
        understood = Math.max(understood, spoken);
        return replyOf(gathered);
      } catch (error) {
        if (!isUnsupported(error) || spoken === dialects.length - 1) throw failureOf(error, signal);
      }
    }
  };
}

/** The client of a server; OpenAI's own where no base is given. */
export function createClient({ apiKey, baseURL }: Omit<ChatSettings, 'model'>): OpenAI {
  return new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseURL ?? null,
    fetch: fetchBounded,
    // Deadline and tries are the caller's: the client's own would multiply with them.
    maxRetries: 0,
    // Its log would hold drafts; OPENAI_LOG must not turn it on.
    logLevel: 'off',
  });
}

/** Servers that pass requests on may answer 200 and say in the body that it went wrong. */
type Odd<Body> = Body & { error?: { code?: unknown } | null };

async function whole(
  client: OpenAI,
  body: ChatCompletionCreateParams,
  signal: AbortSignal,
): Promise<Gathered> {
  const reply: Odd<ChatCompletion> | undefined = await client.chat.completions.create(
    { ...body, stream: false },
    { signal },
  );
  if (reply?.error) throw ofStatus(Number(reply.error.code) || 503, 0, 0);
  const [choice] = reply?.choices ?? [];
  return {
    text: textOf(choice?.message?.content).slice(0, MOST_CHARACTERS),
    refusal: choice?.message?.refusal ?? '',
    finish: choice?.finish_reason,
    used: reply?.usage?.total_tokens,
  };
}

/** More parts than any reply of ours has; each is read with all before it. */
const MOST_PARTS = 100;

async function streamed(
  client: OpenAI,
  body: ChatCompletionCreateParams,
  partly: (sofar: unknown) => void,
  signal: AbortSignal,
): Promise<Gathered> {
  const stream = await client.chat.completions.create({ ...body, stream: true }, { signal });
  const gathered: Gathered = { text: '', refusal: '', finish: 'cut', used: undefined };
  let parts = 0;
  for await (const { choices, usage } of stream as AsyncIterable<ChatCompletionChunk>) {
    const [choice] = choices ?? [];
    const piece = textOf(choice?.delta?.content);
    gathered.text += piece;
    gathered.refusal += choice?.delta?.refusal ?? '';
    gathered.finish = choice?.finish_reason ?? gathered.finish;
    gathered.used = usage?.total_tokens ?? gathered.used;
    if (gathered.text.length > MOST_CHARACTERS) break;
    // Only a part that is whole can be shown, so that nothing is read at each of its letters.
    if (piece.includes('}') && parts++ < MOST_PARTS) partly(readable(gathered.text));
  }
  return gathered;
}

function readable(text: string): unknown {
  try {
    return parsePartial(text.replace(THOUGHTS, '').replace(/^[^{]*/, ''));
  } catch {
    return undefined;
  }
}

/** Errors of the server are told apart by status and code alone: their text may repeat the person's. */
export function failureOf(error: unknown, signal: AbortSignal): CallFailed {
  if (error instanceof CallFailed) return error;
  if (signal.aborted) return new CallFailed('slow', false);
  if (isDeclined(error)) return new CallFailed('refused', false);
  if (error instanceof OpenAI.APIError) {
    if (error.code === 'insufficient_quota') return new CallFailed('down', false, { used: 0 });
    const wait = Number(error.headers?.get('retry-after') ?? 0) * 1000 || 0;
    const unreached = error instanceof OpenAI.APIConnectionError;
    return ofStatus(error.status ?? 503, wait, error.status || unreached ? 0 : undefined);
  }
  return error instanceof SyntaxError
    ? new CallFailed('nonsense', true)
    : new CallFailed('down', true);
}

function ofStatus(status: number, wait: number, used: number | undefined): CallFailed {
  const passing = status === 408 || status === 409 || status === 429 || status >= 500;
  return new CallFailed(status === 429 ? 'busy' : 'down', passing, { wait, used });
}
