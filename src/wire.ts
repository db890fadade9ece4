import type { App } from './app.ts';
import { createCoach } from './coach/coach.ts';
import { createJudgedCoach } from './coach/judged.ts';
import type { Config } from './config.ts';
import { openKnowledge } from './knowledge/knowledge.ts';
import { once } from './knowledge/once.ts';
import { tellingFailures } from './metrics/failures.ts';
import type { CallRecord } from './model/model.ts';
import { openModel } from './model/open.ts';
import { createSpending } from './model/spending.ts';
import { KNOWLEDGE, PROMPTS } from './root.ts';

/** Where the client of the `openai` package sends by itself. */
const OPENAI = 'https://api.openai.com/v1';

/** The composition root: the only place that knows every adapter. */
export function wire(config: Config): App {
  const knowledge = openKnowledge(KNOWLEDGE);
  const storeListeners = new Set<(operation: string) => void>();
  const storeFailed = (operation: string) => {
    for (const listener of storeListeners) listener(operation);
  };
  const { store } = tellingFailures(
    {
      store: once(async () =>
        (await import('./store/open.ts')).openStore<never>(config.STORE_URL, config.DATA_KEY),
      ),
    },
    () => storeFailed('open'),
  );
  const records = once(async () =>
    tellingFailures(
      (await import('./store/records.ts')).recordsIn<never>(await store()),
      storeFailed,
    ),
  );
  const drawing = once(async () => (await import('./pictures/draw.ts')).createDraw());
  const coach = createCoach(knowledge);
  const listeners = new Set<(call: CallRecord) => void>();
  const hurry = new AbortController();
  const model = openModel({
    config,
    prompts: PROMPTS,
    sources: knowledge,
    records,
    now: Date.now,
    hurry: hurry.signal,
    record: (call) => {
      for (const listener of listeners) listener(call);
    },
  });
  return {
    coach,
    judged: createJudgedCoach(coach, knowledge, model),
    modelHost: model && new URL(config.OPENAI_BASE_URL ?? OPENAI).host,
    onModelCall: (listener) => void listeners.add(listener),
    onStoreError: (listener) => void storeListeners.add(listener),
    hurry: () => hurry.abort(),
    spending: createSpending(records, Date.now),
    knowledge,
    draw: async (picture) => (await drawing())(picture),
    progress: once(async () =>
      tellingFailures(
        (await import('./store/progress.ts')).createProgressStore(await store()),
        storeFailed,
      ),
    ),
    records,
    limiter: async (limits) =>
      (await import('./store/limiter.ts')).limiterIn(await store(), limits),
  };
}
