import type { Heard } from '../coach/speech/heard.ts';
import { briefly, keepIn } from './briefly.ts';

/** An answer that was met with care, and not taken in. */
export interface KeptBack {
  /** The id of the event that brought it. */
  event: string;
  person: string;
  /** The question that it answers; see `turn-id.ts`. */
  turn: string;
  text: string;
  heard?: Heard | undefined;
}

/** Answers that may be taken in after all, in memory and for a quarter of an hour. */
export interface KeepingBack {
  /** Returns the id under which it waits. */
  keep(answer: KeptBack): string;
  /** What waits for that person; undefined once it has gone. */
  find(id: string, person: string): KeptBack | undefined;
  forget(person: string): void;
}

const MOST = 2_000;

export function createKeepingBack(): KeepingBack {
  const kept = briefly<KeptBack>({ max: MOST });
  return {
    keep: (answer) => keepIn(kept, answer),
    find(id, person) {
      const found = kept.get(id);
      return found?.person === person ? found : undefined;
    },
    forget(person) {
      for (const [id, answer] of kept) if (answer.person === person) kept.delete(id);
    },
  };
}
