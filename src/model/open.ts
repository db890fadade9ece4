import type { Model } from '../coach/model.ts';
import type { Config } from '../config.ts';
import { strict } from '../knowledge/load.ts';
import { once } from '../knowledge/once.ts';
import type { Records } from '../store/records.ts';
import type { Spent } from './budget.ts';
import { type ConstantSources, createConstants } from './constants.ts';
import type { CallRecord } from './model.ts';
import type { Hear } from './transcriber.ts';

/** What prompts are made of. */
interface Sources {
  /** Their folder. */
  prompts: string;
  sources: ConstantSources;
}

export interface OpenModel {
  config: Config;
  records(): Promise<Records<Spent>>;
  now(): number;
  /** Once aborted, no call is waited for any longer. */
  hurry?: AbortSignal | undefined;
  record?: ((call: CallRecord) => void) | undefined;
}

/** The model that is configured; undefined where none is. Nothing is loaded before the first call. */
export function openModel(opening: OpenModel & Sources): Model | undefined {
  const { config, prompts, sources, record } = opening;
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model } = config;
  if (!apiKey && !baseURL) return undefined;
  const opened = once(async () => {
    const [{ createModel }, { loadPrompts }, bounds] = await Promise.all([
      import('./model.ts'),
      import('./prompts.ts'),
      boundsOf(opening),
    ]);
    const list = loadPrompts(prompts, strict);
    return createModel({
      prompts: new Map(list.map((prompt) => [prompt.name, prompt])),
      constants: createConstants(sources),
      chat: once(async () => (await import('./chat.ts')).createChat({ apiKey, baseURL, model })),
      ...bounds,
      record,
    });
  });
  // Prompts that can't be read are told of by `coach check`; a review has the rules' result still.
  return {
    run: (...call) =>
      opened()
        .then((opened) => opened.run(...call))
        .catch(() => ({ failure: 'down' as const })),
  };
}

/** The transcriber that is configured; undefined where none is. It shares the model's server and budgets. */
export function openHear(opening: OpenModel): Hear | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = opening.config;
  const model = opening.config.OPENAI_TRANSCRIBE_MODEL;
  if (!model) return undefined;
  const opened = once(async () => {
    const [{ createHear }, bounds] = await Promise.all([
      import('./transcriber.ts'),
      boundsOf(opening),
    ]);
    const settings = { apiKey, baseURL, model };
    return createHear({
      transcribe: once(async () => (await import('./transcription.ts')).createTranscribe(settings)),
      ...bounds,
      record: opening.record,
    });
  });
  return async (...recording) => (await opened())(...recording);
}

/** One of each: a transcriber that fails is no reason to leave the model alone. */
async function boundsOf({ config, records, now, hurry }: OpenModel) {
  const [{ createPatience }, { createBudget }] = await Promise.all([
    import('./patience.ts'),
    import('./budget.ts'),
  ]);
  const { DAILY_TOKENS_PERSON: person, DAILY_TOKENS_SERVER: server } = config;
  return {
    patience: createPatience(config.OPENAI_CONCURRENCY, hurry),
    budget: createBudget(records, { person, server }, now),
    longest: config.OPENAI_DEADLINE_SECONDS,
  };
}
