import type Keyv from 'keyv';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
} from 'rate-limiter-flexible';
import type { AtomicStore } from './records.ts';

/** So many points in so many seconds, for each key. */
export interface Limits {
  points: number;
  duration: number;
}

/** What the names of the counts begin with. */
const PREFIX = 'asked';

/** The longest that is waited for a count, in milliseconds: Discord waits three seconds for an answer. */
const WITHIN = 500;

/**
 * Counts where the store is, if processes share it by network; in memory where they don't, and
 * while it can't be asked, for then each process counts for itself.
 */
export function limiterIn(keyv: Keyv<never>, limits: Limits): RateLimiterAbstract {
  const alone = new RateLimiterMemory(limits);
  const store = keyv.store as AtomicStore;
  if (!store.script) return alone;
  const storeClient = {
    eval: (lua: string, { keys, arguments: values }: Script) =>
      store.script?.(lua, keys, values, WITHIN),
  };
  return new RateLimiterRedis({
    ...limits,
    storeClient,
    useRedisPackage: true,
    keyPrefix: PREFIX,
    insuranceLimiter: alone,
  });
}

/** How the client of the `redis` package takes what a script works on. */
interface Script {
  keys: string[];
  arguments: string[];
}
