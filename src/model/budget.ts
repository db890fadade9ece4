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

export interface Budget {
  /** Reserves tokens before a call; undefined where too few are left. */
  reserve(caller: Caller, tokens: number): Promise<Reserved | undefined>;
}

export interface Reserved {
  /** Puts what was really used in the place of what was reserved. */
  settle(used: number): Promise<void>;
}

export const keysOf = ({
  person,
  server,
}: Caller): Array<readonly ['person' | 'server', string]> => [
  ...(person ? [['person', `tokens:person:${person}`] as const] : []),
  ...(server ? [['server', `tokens:server:${server}`] as const] : []),
];

/** Counts tokens by person and by server. Who is not named (the terminal) has no limit. */
export function createBudget(
  records: () => Promise<Records<Spent>>,
  allowance: Allowance,
  now: () => number,
): Budget {
  const today = () => new Date(now()).toISOString().slice(0, 10);
  const add = async (key: string, tokens: number, most: number): Promise<boolean> => {
    const day = today();
    let fits = true;
    await (await records()).update(key, (old) => {
      const sofar = old?.day === day ? old.tokens : 0;
      fits = sofar + tokens <= most;
      return { day, tokens: fits ? Math.max(0, sofar + tokens) : sofar };
    });
    return fits;
  };
  return {
    async reserve(caller, tokens) {
      const reserved: string[] = [];
      const giveBack = (amount: number) =>
        Promise.all(reserved.map((key) => add(key, -amount, Number.POSITIVE_INFINITY)));
      for (const [kind, key] of keysOf(caller)) {
        if (!(await add(key, tokens, allowance[kind]))) {
          await giveBack(tokens);
          return undefined;
        }
        reserved.push(key);
      }
      return { settle: async (used) => void (await giveBack(tokens - used)) };
    },
  };
}
