import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';

/** Tells whether a person may do one more thing now. Resolves to the seconds to wait, 0 for none. */
export interface Admission {
  secondsToWait(person: string): Promise<number>;
}

/** Nobody who reads what they get does more than this; a script does. */
export const ALLOWANCE = { points: 40, duration: 60 };

/** Everybody has an own allowance, so that nobody waits for another's haste. */
export function createAdmission(limiter: RateLimiterAbstract): Admission {
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
