import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Tells whether a person may do one more thing now. Resolves to the seconds to wait, 0 for none. */
export interface Admission {
  secondsToWait(person: string): Promise<number>;
}

/** Nobody who reads what they get does more than this; a script does. */
const POINTS = 40;
const PER_SECONDS = 60;

/** Counts in memory. Everybody has an own allowance, so that nobody waits for another's haste. */
export function createAdmission(
  limiter: RateLimiterAbstract = new RateLimiterMemory({ points: POINTS, duration: PER_SECONDS }),
): Admission {
  return {
    async secondsToWait(person) {
      try {
        await limiter.consume(person);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
        throw refused;
      }
    },
  };
}
