import type { App } from './app.ts';
import { createCoach } from './coach/coach.ts';
import { createJudgedCoach } from './coach/judged.ts';
import type { Config } from './config.ts';
import { openKnowledge } from './knowledge/knowledge.ts';
import { once } from './knowledge/once.ts';
import { tellingFailures } from './metrics/failures.ts';
import type { CallRecord } from './model/model.ts';
import { openHear, openModel } from './model/open.ts';
import { createSpending } from './model/spending.ts';
import { KNOWLEDGE, PROMPTS } from './root.ts';

/** Where the client of the `openai` package sends by itself. */
const OPENAI = 'https://api.openai.com/v1';

/** The composition root: the only place that knows every adapter. */
export function wire(config: Config): App {
  const knowledge = openKnowledge(KNOWLEDGE);
  const storeErrors = createNews<string>();
  const { store } = tellingFailures(
    {
      store: once(async () =>
        (await import('./store/open.ts')).openStore<never>(config.STORE_URL, config.DATA_KEY),
      ),
    },
    () => storeErrors.tell('open'),
  );
  const records = once(async () =>
    tellingFailures(
      (await import('./store/records.ts')).recordsIn<never>(await store()),
      storeErrors.tell,
    ),
  );
  const drawing = once(async () => (await import('./pictures/draw.ts')).createDraw());
  const coach = createCoach(knowledge);
  const calls = createNews<CallRecord>();
  const hurry = new AbortController();
  const opening = { config, records, now: Date.now, hurry: hurry.signal, record: calls.tell };
  const model = openModel({ ...opening, prompts: PROMPTS, sources: knowledge });
  return {
    coach,
    judged: createJudgedCoach(coach, knowledge, model),
    modelHost: model && new URL(config.OPENAI_BASE_URL ?? OPENAI).host,
    hear: openHear(opening),
    onModelCall: calls.listen,
    onStoreError: storeErrors.listen,
    hurry: () => hurry.abort(),
    spending: createSpending(records, Date.now),
    knowledge,
    draw: async (picture) => (await drawing())(picture),
    progress: once(async () =>
      tellingFailures(
        (await import('./store/progress.ts')).createProgressStore(await store(), {
          days: config.RETAIN_DAYS,
          now: Date.now,
        }),
        storeErrors.tell,
      ),
    ),
    records,
    limiter: async (limits) =>
      (await import('./store/limiter.ts')).limiterIn(await store(), limits),
  };
}

/** Tells whoever listens. */
function createNews<T>() {
  const listeners = new Set<(news: T) => void>();
  return {
    listen: (listener: (news: T) => void) => void listeners.add(listener),
    tell: (news: T) => {
      for (const listener of listeners) listener(news);
    },
  };
}
