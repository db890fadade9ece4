import type { Verified } from '../coach/judging/composition.ts';
import type { Screen } from './views/screen.ts';

/** Discord lets a message be changed some five times in five seconds; once a second leaves room. */
const A_CHANGE = 1_000;

/** An answer that is shown while it is written. */
export interface Growing {
  /** What stands so far; shown if the last change is a second ago and has arrived. */
  grow(sofar: Verified): void;
  /** Resolves when nothing of it is on its way any more, so that the whole answer comes last. */
  settled(): Promise<void>;
}

/** Shows what grows by `change`; a change that fails is skipped, as the whole answer follows. */
export function createGrowing(change: (screen: Screen) => Promise<unknown>): Growing {
  let under: Promise<unknown> = Promise.resolve();
  let next = 0;
  let busy = false;
  return {
    grow({ answer }) {
      if (busy || performance.now() < next) return;
      busy = true;
      under = change({ blocks: [{ type: 'text', text: `${answer} …` }] })
        .catch(() => undefined)
        .finally(() => {
          busy = false;
          next = performance.now() + A_CHANGE;
        });
    },
    settled: async () => void (await under),
  };
}
