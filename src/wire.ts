import type { App } from './app.ts';
import { createCoach } from './coach/coach.ts';
import { createJudgedCoach } from './coach/judged.ts';
import type { Config } from './config.ts';
import { openKnowledge } from './knowledge/knowledge.ts';
import { once } from './knowledge/once.ts';
import type { CallRecord } from './model/model.ts';
import { openModel } from './model/open.ts';
import { createSpending } from './model/spending.ts';
import { KNOWLEDGE, PROMPTS } from './root.ts';

/** Where the client of the `openai` package sends by itself. */
const OPENAI = 'https://api.openai.com/v1';

/** The composition root: the only place that knows every adapter. */
export function wire(config: Config): App {
  const knowledge = openKnowledge(KNOWLEDGE);
  const store = once(async () =>
    (await import('./store/open.ts')).openStore<never>(config.STORE_URL),
  );
  const records = async () => (await import('./store/records.ts')).recordsIn<never>(await store());
  const drawing = once(async () => (await import('./pictures/draw.ts')).createDraw());
  const coach = createCoach(knowledge);
  const listeners = new Set<(call: CallRecord) => void>();
  const model = openModel({
    config,
    prompts: PROMPTS,
    sources: knowledge,
    records,
    now: Date.now,
    record: (call) => {
      for (const listener of listeners) listener(call);
    },
  });
  return {
    coach,
    judged: createJudgedCoach(coach, knowledge, model),
    modelHost: model && new URL(config.OPENAI_BASE_URL ?? OPENAI).host,
    onModelCall: (listener) => void listeners.add(listener),
    spending: createSpending(records, Date.now),
    knowledge,
    draw: async (picture) => (await drawing())(picture),
    progress: once(async () =>
      (await import('./store/progress.ts')).createProgressStore(await store()),
    ),
    records,
  };
}
