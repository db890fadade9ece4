/**
 * Resolves when a piece of work may begin: one in each turn of the event loop, in the order they
 * came. Between two pieces everything that has arrived is read, and so acknowledged: in a crowd
 * nobody's acknowledgement waits until everybody else's work is done.
 */
export type Pace = () => Promise<void>;

export function createPace(): Pace {
  const waiting: Array<() => void> = [];
  const next = () => {
    waiting.shift()?.();
    if (waiting.length) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next);
    });
}
