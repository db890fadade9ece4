import { Turns } from '../turns.ts';
import { CallFailed } from './failed.ts';

/** Lets so many calls run at once; whom the others are for take turns. */
export type Places = <Result>(
  whose: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
) => Promise<Result>;

interface Waiting {
  begin(): void;
  refuse(): void;
}

/**
 * `most` calls may wait. Of more than that the latest is refused of whoever has the most waiting, so
 * that a crowd from one server takes no place from another's. Rejects with `CallFailed`.
 */
export function createPlaces(count: number, most: number): Places {
  const waiting = new Turns<Waiting>();
  let free = count;
  const place = (whose: string, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting.remove(whose, one);
        reject(new CallFailed('slow', false));
      };
      const stay = () => signal.removeEventListener('abort', leave);
      const one: Waiting = {
        begin: () => {
          stay();
          resolve();
        },
        refuse: () => {
          stay();
          reject(new CallFailed('busy', false));
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.add(whose, one);
      if (waiting.size > most) waiting.giveUp()?.refuse();
    });
  return async (whose, signal, work) => {
    if (signal.aborted) throw new CallFailed('slow', false);
    if (free > 0) free--;
    else await place(whose, signal);
    try {
      return await work();
    } finally {
      const next = waiting.take();
      if (next) next.begin();
      else free++;
    }
  };
}
