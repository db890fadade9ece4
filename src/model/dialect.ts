import OpenAI from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';

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

/** How a request is put to a server; from the most that a server can understand to the least. */
export type Dialect = (
  model: string,
  request: ChatRequest,
) => ChatCompletionCreateParamsNonStreaming;

const messagesOf = ({ messages }: ChatRequest) => messages.map((message) => ({ ...message }));

const inSchema = ({ name, schema }: ChatRequest) => ({
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

export const DIALECTS: readonly Dialect[] = [
  (model, request) => ({
    model,
    messages: messagesOf(request),
    ...inSchema(request),
    max_completion_tokens: request.tokens,
    temperature: 0,
  }),
  // Models that reason take no temperature.
  (model, request) => ({
    model,
    messages: messagesOf(request),
    ...inSchema(request),
    max_completion_tokens: request.tokens,
  }),
  // Older servers know the limit by its older name.
  (model, request) => ({
    model,
    messages: messagesOf(request),
    ...inSchema(request),
    max_tokens: request.tokens,
    temperature: 0,
  }),
  (model, request) => ({
    model,
    messages: inWords(request),
    response_format: { type: 'json_object' },
    max_tokens: request.tokens,
  }),
  (model, request) => ({ model, messages: inWords(request) }),
];

/** Whether a server answered that it does not understand the request as it was put. */
export function isUnsupported(error: unknown): boolean {
  return error instanceof OpenAI.APIError && (error.status === 400 || error.status === 422);
}
