import type Keyv from 'keyv';
import type { Entry, ProgressStore } from '../coach/progress.ts';

/** The most sittings that are remembered of one person; the oldest go first. */
const MOST_ENTRIES = 200;

/** Keeps progress in a Keyv store, one value a person. */
export function createProgressStore(keyv: Keyv<Entry[]>): ProgressStore {
  const list = async (person: string) => (await keyv.get(`progress:${person}`)) ?? [];
  return {
    list,
    async add(person, entry) {
      const entries = [...(await list(person)), entry].slice(-MOST_ENTRIES);
      await keyv.set(`progress:${person}`, entries);
    },
  };
}
