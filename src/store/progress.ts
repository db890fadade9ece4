import type Keyv from 'keyv';
import type { Entry, ProgressStore } from '../coach/progress.ts';
import { recordsIn } from './records.ts';

/** The most sittings that are remembered of one person; the oldest go first. */
const MOST_ENTRIES = 200;
const DAY = 24 * 60 * 60 * 1000;
/** Longer than anything takes that was under way when a person erased; in milliseconds. */
export const UNDER_WAY = 10 * 60 * 1000;

/** A person's sittings; or when they erased them, for as long as something may be under way. */
type Kept = Entry[] | { erased: number };

const PREFIX = 'progress:';

/**
 * Keeps progress in a Keyv store, one value a person, each sitting for so many days. Erasing leaves
 * the moment for a while in the place of the sittings, so that in one step with it an addition that
 * began before is turned away, whichever process makes it.
 */
export function createProgressStore(
  keyv: Keyv<Kept>,
  { days, now }: { days: number; now: () => number },
): ProgressStore {
  const records = recordsIn(keyv);
  const young = ({ at }: Entry) => now() - Date.parse(at) < days * DAY;
  const entriesIn = (kept: Kept | undefined) =>
    Array.isArray(kept) ? kept.filter(isEntry).filter(young) : [];
  return {
    list: async (person) => entriesIn(await records.get(PREFIX + person)),
    erase: async (person, at) =>
      void (await records.update(PREFIX + person, () => ({ erased: at }))),
    async add(person, entry, begun = now()) {
      const same = JSON.stringify(entry);
      await records.update(PREFIX + person, (kept) => {
        if (kept && 'erased' in kept && begun <= kept.erased) return kept;
        const entries = entriesIn(kept);
        return entries.some((one) => JSON.stringify(one) === same)
          ? entries
          : [...entries, entry].slice(-MOST_ENTRIES);
      });
    },
    async forgetOld() {
      for (const key of await records.keys(PREFIX))
        await records.update(key, (kept) => {
          if (kept && 'erased' in kept) return now() - kept.erased < UNDER_WAY ? kept : undefined;
          const entries = entriesIn(kept);
          return entries.length ? entries : undefined;
        });
    },
  };
}

/** What somebody else put there is no reason to tell of nothing. */
function isEntry(kept: Partial<Entry> | null): kept is Entry {
  const { at, flags, missing } = kept ?? {};
  return typeof at === 'string' && typeof (flags ?? 0) === 'object' && Array.isArray(missing);
}
