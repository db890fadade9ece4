import type { Caller } from '../coach/model.ts';
import type { Records } from '../store/records.ts';

/** What a person or a server has used on a day, in tokens; what is reserved counts as used. */
export interface Spent {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  tokens: number;
}

/** The most tokens a day. */
export interface Allowance {
  person: number;
  server: number;
}

/** What the keys of all counts begin with. */
export const TOKENS = 'tokens:';

export interface Budget {
  /** Reserves tokens before a call; undefined where too few are left. Rejects where the store fails. */
  reserve(caller: Caller, tokens: number): Promise<Reserved | undefined>;
}

export interface Reserved {
  /** Puts what was really used in the place of what was reserved. */
  settle(used: number): Promise<void>;
}

/** Under what key a person's are counted. */
export const keyOf = (person: string): string => `${TOKENS}person:${person}`;

/** The day of a moment in milliseconds since 1970, as counts name it. */
export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

export const keysOf = ({
  person,
  server,
}: Caller): Array<readonly ['person' | 'server', string]> => [
  ...(person ? [['person', keyOf(person)] as const] : []),
  ...(server ? [['server', `${TOKENS}server:${server}`] as const] : []),
];

/** Counts tokens by person and by server. Who is not named (the terminal) has no limit. */
export function createBudget(
  records: () => Promise<Records<Spent>>,
  allowance: Allowance,
  now: () => number,
): Budget {
  const change = async (key: string, by: (old: Spent | undefined) => Spent | undefined) =>
    (await records()).update(key, by);
  const add = async (key: string, tokens: number, most: number, day: string): Promise<boolean> => {
    let fits = true;
    await change(key, (old) => {
      const sofar = old?.day === day ? old.tokens : 0;
      fits = sofar + tokens <= most;
      return { day, tokens: fits ? sofar + tokens : sofar };
    });
    return fits;
  };
  /** What was reserved on another day is no longer counted, and so nothing of it is given back. */
  const correct = (key: string, by: number, day: string) =>
    change(key, (old) =>
      old?.day === day
        ? { day, tokens: Math.max(0, old.tokens + by) }
        : (old ?? { day, tokens: 0 }),
    );
  return {
    async reserve(caller, tokens) {
      const day = dayOf(now());
      const reserved: string[] = [];
      const correctAll = (by: number) => Promise.all(reserved.map((key) => correct(key, by, day)));
      try {
        for (const [kind, key] of keysOf(caller)) {
          if (!(await add(key, tokens, allowance[kind], day))) {
            await correctAll(-tokens);
            return undefined;
          }
          reserved.push(key);
        }
      } catch (error) {
        await correctAll(-tokens).catch(() => undefined);
        throw error;
      }
      return { settle: async (used) => void (await correctAll(used - tokens)) };
    },
  };
}
