import { briefly, newKey } from './briefly.ts';
import { pagesOf } from './views/pages.ts';
import type { Screen } from './views/screen.ts';

/** The pages of each tab of a screen, by the tab's name. */
export type Tabs = Readonly<Record<string, readonly Screen[]>>;

/**
 * Screens that somebody may still turn the pages of. In memory only: they hold a person's own
 * words, which are never stored. They go with the token that they were shown by, or sooner where
 * very many are open.
 */
export interface Shown {
  /** The tabs that `make` draws for the id it is given; kept where there is more than one page. */
  keep(make: (id: string) => Record<string, Screen>): { id: string; tabs: Tabs };
  find(id: string): Tabs | undefined;
}

const MOST_OPEN = 5_000;
/** What the files of all that is open may take together; a picture takes some 70 kB. In bytes. */
const MOST_BYTES = 128 * 1024 * 1024;

export function createShown(): Shown {
  const open = briefly<Tabs>({
    max: MOST_OPEN,
    maxSize: MOST_BYTES,
    sizeCalculation: sizeOf,
  });
  return {
    keep(make) {
      const id = newKey();
      const screens = Object.entries(make(id));
      const tabs = Object.fromEntries(screens.map(([tab, screen]) => [tab, pagesOf(screen)]));
      if (Object.values(tabs).flat().length > 1) open.set(id, tabs);
      return { id, tabs };
    },
    find: (id) => open.get(id),
  };
}

/** The bytes of the files on all pages, each file once; an LRU cache takes no size of nothing. */
function sizeOf(tabs: Tabs): number {
  const pages = Object.values(tabs).flat();
  const files = new Set(pages.flatMap(({ files = [] }) => files));
  return [...files].reduce((sum, { bytes }) => sum + bytes.length, 1);
}
