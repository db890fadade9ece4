import type { Records } from '../store/records.ts';
import { dayOf, keyOf, type Spent, TOKENS } from './budget.ts';

/** What was counted of a person's calls to a model, for who asks what is kept of them. */
export interface Spending {
  of(person: string): Promise<Spent | undefined>;
  erase(person: string): Promise<void>;
  /** Forgets the counts of days that are over, everybody's. */
  forgetPast(): Promise<void>;
}

export function createSpending(
  records: () => Promise<Records<Spent>>,
  now: () => number,
): Spending {
  return {
    of: async (person) => (await records()).get(keyOf(person)),
    erase: async (person) => (await records()).delete(keyOf(person)),
    async forgetPast() {
      const today = dayOf(now());
      const kept = await records();
      for (const key of await kept.keys(TOKENS))
        await kept.update(key, (spent) => (spent && spent.day < today ? undefined : spent));
    },
  };
}
