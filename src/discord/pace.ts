import { Turns } from '../turns.ts';

/** Decides who goes first when many come at once. */
export interface Pace {
  /** Acknowledges, which waits for nobody. */
  acknowledge<T>(send: () => Promise<T>): Promise<T>;
  /** Resolves when a piece of work may begin; servers take turns (in a DM, people). */
  turn(whose: string): Promise<void>;
  /** Whether as much waits for a server as it may, so that one more is asked to come again. */
  isFull(whose: string): boolean;
}

/** Pieces of work of one server that may wait; beyond, it is kinder to say so than to keep silent. */
const MOST_WAITING = 50;
/** What it is asked to wait then, in seconds. */
export const FULL_FOR = 30;
/** More acknowledgements under way than this are a crowd; a busy day has about five. */
const CROWD = 8;
/** Nobody's work waits longer than this for the acknowledgements of others, in milliseconds. */
const MOST = 1_000;
/** How often a crowd is looked at again, in milliseconds. */
const AGAIN = 5;

/**
 * Work begins one piece in each turn of the event loop, so that between two
 * pieces all that has arrived is read; while a crowd is being acknowledged it waits. Otherwise the
 * answers for some set off all their work while others lose their three seconds.
 */
export function createPace(): Pace {
  const waiting = new Turns<{ begin: () => void; until: number }>();
  let acknowledging = 0;
  const next = () => {
    const { first } = waiting;
    if (first && acknowledging > CROWD && performance.now() < first.until) {
      setTimeout(next, AGAIN);
      return;
    }
    waiting.take()?.begin();
    if (waiting.size) setImmediate(next);
  };
  return {
    async acknowledge(send) {
      acknowledging++;
      try {
        return await send();
      } finally {
        acknowledging--;
      }
    },
    isFull: (whose) => waiting.of(whose) >= MOST_WAITING,
    turn: (whose) =>
      new Promise((begin) => {
        waiting.add(whose, { begin, until: performance.now() + MOST });
        if (waiting.size === 1) setImmediate(next);
      }),
  };
}
