import OpenAI from 'openai';
import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';

export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface ChatRequest {
  messages: readonly Message[];
  /** The output's shape as JSON Schema, and a name for it. */
  schema: Readonly<Record<string, unknown>>;
  name: string;
  /** The longest output, in tokens. */
  tokens: number;
  /** Called with the output so far, as far as it can be read. */
  partly?: ((sofar: unknown) => void) | undefined;
}

/** What a dialect says of a request beside the model and whether it streams. */
export type Dialect = (request: ChatRequest) => Omit<ChatCompletionCreateParams, 'model'>;

/** What a model that reasons may think before it answers, in tokens; its thoughts count as output. */
const THOUGHTS = 8_000;

const messagesOf = ({ messages }: ChatRequest) => messages.map((message) => ({ ...message }));

const inSchema = ({ name, schema, messages }: ChatRequest) => ({
  messages: messagesOf({ messages } as ChatRequest),
  response_format: {
    type: 'json_schema' as const,
    json_schema: { name, schema: { ...schema }, strict: true },
  },
});

/** For servers that don't enforce a schema: it is said in words, and the reply is checked either way. */
function inWords(request: ChatRequest) {
  const [system, ...rest] = messagesOf(request);
  const shape = `Reply with one JSON object and nothing else, in this JSON Schema:\n${JSON.stringify(request.schema)}`;
  return [{ role: 'system' as const, content: `${system?.content ?? ''}\n\n${shape}` }, ...rest];
}

/** A stream tells what it used only if it is asked to. */
const counted = ({ partly }: ChatRequest) =>
  partly ? { stream_options: { include_usage: true } } : {};

const openAI: readonly Dialect[] = [
  (request) => ({
    ...inSchema(request),
    ...counted(request),
    max_completion_tokens: request.tokens,
    temperature: 0,
  }),
  // Models that reason take no temperature, and need room to think in.
  (request) => ({
    ...inSchema(request),
    ...counted(request),
    max_completion_tokens: request.tokens + THOUGHTS,
    reasoning_effort: 'low',
  }),
  (request) => ({
    ...inSchema(request),
    ...counted(request),
    max_completion_tokens: request.tokens + THOUGHTS,
  }),
];

/** Every other server knows the limit by its older name; some know no other, and say nothing of it. */
const compatible: readonly Dialect[] = [
  (request) => ({
    ...inSchema(request),
    ...counted(request),
    max_tokens: request.tokens,
    temperature: 0,
  }),
  (request) => ({ ...inSchema(request), max_tokens: request.tokens, temperature: 0 }),
];

const plain: readonly Dialect[] = [
  // Where prompt and limit together are more than fits, the prompt alone may.
  (request) => inSchema(request),
  (request) => ({
    messages: inWords(request),
    response_format: { type: 'json_object' },
    max_tokens: request.tokens,
  }),
  (request) => ({ messages: inWords(request) }),
];

/** How a request may be put to a server: likeliest first, and the plainest last. */
export function dialectsOf(baseURL: string | undefined): readonly Dialect[] {
  const isOpenAI =
    !baseURL || /^https?:\/\/[^/]*\b(?:openai\.com|openai\.azure\.com)\b/.test(baseURL);
  return isOpenAI
    ? [...openAI, ...compatible, ...plain]
    : [...compatible, ...openAI.slice(1), ...plain];
}

/** What a server calls a refusal that it sends as an error. */
const DECLINES = new Set([
  'content_filter',
  'content_policy_violation',
  'data_inspection_failed',
  'invalid_prompt',
]);

export function isDeclined(error: unknown): boolean {
  return error instanceof OpenAI.APIError && DECLINES.has(String(error.code ?? error.type));
}

/**
 * Whether a server answered that it does not understand the request as it was put. OpenRouter says
 * 404 where no provider takes a field; a server that can't do a kind of output says 501.
 */
export function isUnsupported(error: unknown): boolean {
  return (
    error instanceof OpenAI.APIError &&
    [400, 404, 422, 501].includes(error.status ?? 0) &&
    error.code !== 'model_not_found' &&
    !isDeclined(error)
  );
}
