import type Keyv from 'keyv';
import type { Entry, ProgressStore } from '../coach/progress.ts';
import { recordsIn } from './records.ts';

/** The most sittings that are remembered of one person; the oldest go first. */
const MOST_ENTRIES = 200;

/** Keeps progress in a Keyv store, one value a person. */
export function createProgressStore(keyv: Keyv<Entry[]>): ProgressStore {
  const records = recordsIn(keyv);
  const list = async (person: string) => (await records.get(`progress:${person}`)) ?? [];
  return {
    list,
    erase: (person) => records.delete(`progress:${person}`),
    async add(person, entry) {
      const same = JSON.stringify(entry);
      await records.update(`progress:${person}`, (old = []) =>
        old.some((one) => JSON.stringify(one) === same)
          ? old
          : [...old, entry].slice(-MOST_ENTRIES),
      );
    },
  };
}
