import { type Coach, createCoach } from './coach/coach.ts';
import type { ProgressStore } from './coach/progress.ts';
import type { Config } from './config.ts';
import { type Knowledge, openKnowledge } from './knowledge/knowledge.ts';
import { KNOWLEDGE } from './root.ts';

/** Everything a front door works with. */
export interface App {
  coach: Coach;
  knowledge: Knowledge;
  /** Opened on first use: most one-shot commands need no store. */
  progress(): Promise<ProgressStore>;
}

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
