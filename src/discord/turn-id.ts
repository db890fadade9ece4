import type { Session } from '../coach/interview/session.ts';

/**
 * A question of one interview, as its buttons carry it. Those of an interview before it stand further
 * up in the same DM, and must not act on this one.
 */
export function turnId({ settings: { seed } }: Session, at: number): string {
  return `${at}.${seed.toString(36)}`;
}
