import { setMaxListeners } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  noJitterGenerator,
  retry,
  wrap,
} from 'cockatiel';
import type { Caller, Failure } from '../coach/model.ts';
import { CallFailed } from './failed.ts';
import { createPlaces } from './places.ts';

/** Calls in a row that fail before none is tried for a while. */
const FAILURES = 5;
/** How long the breaker stays open before one call is let through, in milliseconds. */
const OPEN = 30_000;
/** Further tries of one call, and the wait before the first and the longest, in milliseconds. */
const RETRIES = 2;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 5_000;
/** Calls that may wait for each one that runs. */
const WAITING = 8;

/** Failures that say that the server is not well; one call's nonsense doesn't. */
const BREAKING: ReadonlySet<Failure> = new Set(['down', 'slow', 'busy']);

export type Patience = <Result>(
  seconds: number,
  call: (signal: AbortSignal) => Promise<Result>,
  caller?: Caller,
) => Promise<Result>;

/**
 * Runs calls with one deadline each, over everything: waiting for a place, all tries, and the
 * body. At most `concurrency` run at once, and servers take turns (in a DM, people); after failures in a row none is tried for a while.
 * Once `hurry` is aborted, every call has had its time. Rejects with `CallFailed`.
 */
export function createPatience(concurrency: number, hurry?: AbortSignal): Patience {
  const passing = handleWhen((error) => error instanceof CallFailed && error.passing);
  const breaking = handleWhen(
    (error) => error instanceof CallFailed && BREAKING.has(error.failure),
  );
  // As many calls listen to it as there are, and none of them stays.
  if (hurry) setMaxListeners(0, hurry);
  const places = createPlaces(concurrency, concurrency * WAITING);
  const policy = wrap(
    circuitBreaker(breaking, { halfOpenAfter: OPEN, breaker: new ConsecutiveBreaker(FAILURES) }),
    retry(passing, {
      maxAttempts: RETRIES,
      backoff: new ExponentialBackoff({
        initialDelay: FIRST_WAIT,
        maxDelay: LONGEST_WAIT,
        generator: noJitterGenerator,
      }),
    }),
  );
  return async (seconds, call, { server, person } = {}) => {
    const { signal, forget } = deadline(seconds * 1000, hurry);
    const late = new Promise<never>((_, reject) => {
      if (signal.aborted) reject(new CallFailed('slow', false));
      signal.addEventListener('abort', () => reject(new CallFailed('slow', false)), { once: true });
    });
    late.catch(() => undefined);
    /** What the tries came to, which tells more than that time ran out between them. */
    let last: CallFailed | undefined;
    const tried = async ({ signal: inner }: { signal: AbortSignal }) => {
      try {
        return await call(AbortSignal.any([signal, inner]));
      } catch (error) {
        if (signal.aborted) throw new CallFailed('slow', false);
        if (error instanceof CallFailed) {
          last = error;
          if (error.wait && error.passing) await pause(error.wait, signal);
        }
        throw error;
      }
    };
    const run = places(server ?? person ?? '', signal, () => policy.execute(tried, signal));
    try {
      // The race also ends a wait for a place, or a call that does not heed its signal.
      return await Promise.race([run, late]);
    } catch (error) {
      run.catch(() => undefined);
      throw signal.aborted ? (last ?? new CallFailed('slow', false)) : asFailure(error);
    } finally {
      forget();
    }
  };
}

/** A signal that is aborted when time is up or `hurry` is; nothing of it is left once it is forgotten. */
function deadline(milliseconds: number, hurry?: AbortSignal) {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, milliseconds);
  hurry?.addEventListener('abort', end, { once: true });
  if (hurry?.aborted) end();
  const forget = () => {
    clearTimeout(timer);
    hurry?.removeEventListener('abort', end);
  };
  return { signal: ending.signal, forget };
}

function asFailure(error: unknown): unknown {
  if (error instanceof BrokenCircuitError) return new CallFailed('down', false);
  return error;
}

/** Waits as long as the server asked, but no longer than there is time. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await after(Math.min(milliseconds, LONGEST_WAIT), undefined, { signal }).catch(() => {});
}
