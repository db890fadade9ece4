import type { App } from './app.ts';
import { createCoach } from './coach/coach.ts';
import type { Config } from './config.ts';
import { openKnowledge } from './knowledge/knowledge.ts';
import { once } from './knowledge/once.ts';
import { KNOWLEDGE } from './root.ts';

/** The composition root: the only place that knows every adapter. */
export function wire({ STORE_URL }: Config): App {
  const knowledge = openKnowledge(KNOWLEDGE);
  const store = once(async () => (await import('./store/open.ts')).openStore<never>(STORE_URL));
  return {
    coach: createCoach(knowledge),
    knowledge,
    progress: once(async () =>
      (await import('./store/progress.ts')).createProgressStore(await store()),
    ),
    records: async () => (await import('./store/records.ts')).recordsIn(await store()),
  };
}
