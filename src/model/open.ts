import type { Model } from '../coach/model.ts';
import type { Config } from '../config.ts';
import { strict } from '../knowledge/load.ts';
import { once } from '../knowledge/once.ts';
import type { Records } from '../store/records.ts';
import type { Spent } from './budget.ts';
import { type ConstantSources, createConstants } from './constants.ts';
import type { CallRecord } from './model.ts';

export interface OpenModel {
  config: Config;
  /** The folder of the prompts. */
  prompts: string;
  sources: ConstantSources;
  records(): Promise<Records<Spent>>;
  now(): number;
  /** Once aborted, no call is waited for any longer. */
  hurry?: AbortSignal | undefined;
  record?: ((call: CallRecord) => void) | undefined;
}

/** The model that is configured; undefined where none is. Nothing is loaded before the first call. */
export function openModel({
  config,
  prompts,
  sources,
  records,
  now,
  hurry,
  record,
}: OpenModel): Model | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model } = config;
  if (!apiKey && !baseURL) return undefined;
  const opened = once(async () => {
    const [{ createModel }, { createPatience }, { createBudget }, { loadPrompts }] =
      await Promise.all([
        import('./model.ts'),
        import('./patience.ts'),
        import('./budget.ts'),
        import('./prompts.ts'),
      ]);
    const list = loadPrompts(prompts, strict);
    return createModel({
      prompts: new Map(list.map((prompt) => [prompt.name, prompt])),
      constants: createConstants(sources),
      chat: once(async () => (await import('./chat.ts')).createChat({ apiKey, baseURL, model })),
      patience: createPatience(config.OPENAI_CONCURRENCY, hurry),
      budget: createBudget(
        records,
        { person: config.DAILY_TOKENS_PERSON, server: config.DAILY_TOKENS_SERVER },
        now,
      ),
      longest: config.OPENAI_DEADLINE_SECONDS,
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
