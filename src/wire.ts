import type { App } from './app.ts';
import { createCoach } from './coach/coach.ts';
import type { ProgressStore } from './coach/progress.ts';
import type { Config } from './config.ts';
import { openKnowledge } from './knowledge/knowledge.ts';
import { KNOWLEDGE } from './root.ts';

/** The composition root: the only place that knows every adapter. */
export function wire(config: Config): App {
  const knowledge = openKnowledge(KNOWLEDGE);
  let progress: Promise<ProgressStore> | undefined;
  return {
    coach: createCoach(knowledge),
    knowledge,
    progress: () => {
      progress ??= openProgress(config);
      return progress;
    },
  };
}

async function openProgress({ STORE_URL }: Config): Promise<ProgressStore> {
  const [{ openStore }, { createProgressStore }] = await Promise.all([
    import('./store/open.ts'),
    import('./store/progress.ts'),
  ]);
  return createProgressStore(await openStore(STORE_URL));
}
