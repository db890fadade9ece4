import type { Records } from '../store/records.ts';
import { dayOf, keyOf, type Spent, TOKENS } from './budget.ts';

/** What was counted of a person's calls to a model, for who asks what is kept of them. */
export interface Spending {
  /** Undefined where nothing was counted today. */
  of(person: string): Promise<Spent | undefined>;
  /** Forgets the counts of days that are over, everybody's. */
  forgetPast(): Promise<void>;
}

export function createSpending(
  records: () => Promise<Records<Spent>>,
  now: () => number,
): Spending {
  return {
    async of(person) {
      const spent = await (await records()).get(keyOf(person));
      return spent?.day === dayOf(now()) ? spent : undefined;
    },
    async forgetPast() {
      const today = dayOf(now());
      const kept = await records();
      for (const key of await kept.keys(TOKENS))
        await kept.update(key, (spent) => (spent && spent.day < today ? undefined : spent));
    },
  };
}
