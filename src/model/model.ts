import * as z from 'zod';
import type { Caller, Model, Outcome, Task } from '../coach/model.ts';
import type { Budget } from './budget.ts';
import type { Chat } from './chat.ts';
import type { Constants } from './constants.ts';
import type { ChatRequest, Message } from './dialect.ts';
import { CallFailed } from './failed.ts';
import { marked } from './material.ts';
import type { Patience } from './patience.ts';
import { fill, type Prompt } from './prompts.ts';
import { readOutput } from './read-output.ts';

/** What a call came to, for the log: never a word of the person's or the model's. */
export interface CallRecord {
  task: string;
  outcome: 'ok' | CallFailed['failure'];
  milliseconds: number;
  tokens: number;
}

export interface ModelParts {
  prompts: ReadonlyMap<string, Prompt>;
  constants: Constants;
  /** Made on the first call: loading the client takes longer than a review. */
  chat: () => Promise<Chat>;
  patience: Patience;
  budget: Budget;
  /** No call takes longer than this, whatever its prompt allows, in seconds. */
  longest: number;
  record?: ((call: CallRecord) => void) | undefined;
}

/** A model that keeps to its deadlines and budgets, and tells in a word why it did not answer. */
export function createModel(parts: ModelParts): Model {
  return {
    async run(task, material, caller, partly) {
      const began = performance.now();
      const done = (outcome: CallRecord['outcome'], tokens: number) =>
        parts.record?.({
          task: task.name,
          outcome,
          milliseconds: Math.round(performance.now() - began),
          tokens,
        });
      const spent = { tokens: 0 };
      const outcome = await budgeted(task, material, caller, parts, spent, partly).catch(
        // A store that can't count, or a prompt that can't be read, is no reason to fail a review.
        (): Outcome<never> => ({ failure: 'down' }),
      );
      done('failure' in outcome ? outcome.failure : 'ok', spent.tokens);
      return outcome;
    },
  };
}

async function budgeted<Output>(
  task: Task<Output>,
  material: Readonly<Record<string, string>>,
  caller: Caller,
  parts: ModelParts,
  spent: { tokens: number },
  partly: ((sofar: unknown) => void) | undefined,
): Promise<Outcome<Output>> {
  const { messages, prompt } = messagesFor(task, material, parts);
  const reserved = await parts.budget.reserve(caller, tokensIn(messages) + prompt.tokens);
  if (!reserved) return { failure: 'over-budget' };
  const outcome = await tried(task, messages, prompt, parts, caller, spent, partly);
  // What was reserved stays counted where it can't be settled: too much rather than too little.
  await reserved.settle(spent.tokens).catch(() => undefined);
  return outcome;
}

async function tried<Output>(
  task: Task<Output>,
  messages: readonly Message[],
  prompt: Prompt,
  { chat, patience, longest }: ModelParts,
  caller: Caller,
  spent: { tokens: number },
  partly: ((sofar: unknown) => void) | undefined,
): Promise<Outcome<Output>> {
  const seconds = Math.min(prompt.seconds, longest);
  const request = { schema: schemaOf(task.output), name: prompt.output, tokens: prompt.tokens };
  try {
    return await patience(
      seconds,
      async (signal) => {
        const call = await chat();
        const say = async (said: Omit<ChatRequest, keyof typeof request>) => {
          // Counted at the most until more is known: a call that is cut off was paid for all the same.
          const most = tokensIn(said.messages) + request.tokens;
          spent.tokens += most;
          const settle = (used: number) => {
            spent.tokens += used - most;
          };
          try {
            const { text, used } = await call({ ...request, ...said }, signal);
            settle(used ?? tokensIn(said.messages) + inTokens(text));
            return text;
          } catch (error) {
            if (error instanceof CallFailed && error.used !== undefined) settle(error.used);
            throw error;
          }
        };
        const text = await say({ messages, partly });
        const first = readOutput(text, task.output);
        if ('value' in first) return first;
        const repaired = readOutput(
          await say({ messages: [...messages, ...mending(text, first.problem)] }),
          task.output,
        );
        if ('value' in repaired) return repaired;
        throw new CallFailed('nonsense', false);
      },
      caller,
    );
  } catch (error) {
    return { failure: error instanceof CallFailed ? error.failure : 'down' };
  }
}

/** What a prompt comes to for a call: one message that never changes, and one with the material. */
export function messagesFor(
  task: Pick<Task<unknown>, 'name'>,
  material: Readonly<Record<string, string>>,
  { prompts, constants }: Pick<ModelParts, 'prompts' | 'constants'>,
): { messages: Message[]; prompt: Prompt } {
  const prompt = prompts.get(task.name);
  if (!prompt) throw new Error(`there is no prompt ${task.name}`);
  const fixed = Object.fromEntries(
    prompt.constant.map((slot) => [slot, constants[slot]?.() ?? '']),
  );
  return {
    prompt,
    messages: [
      { role: 'system', content: fill(prompt.system, fixed) },
      { role: 'user', content: fill(prompt.user, marked(material)) },
    ],
  };
}

function mending(text: string, problem: string): Message[] {
  return [
    { role: 'assistant', content: text.slice(0, 8_000) },
    {
      role: 'user',
      content: `That can't be used: ${problem}. Send the whole JSON object again in the shape asked for, and nothing else.`,
    },
  ];
}

export function schemaOf(shape: z.ZodType): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(shape);
  return schema;
}

/** Characters a token, about, in English; to reserve by, and where a server doesn't count. */
const A_TOKEN = 4;

function inTokens(text: string): number {
  return Math.ceil(text.length / A_TOKEN);
}

export function tokensIn(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + inTokens(content), 0);
}
