import { customId } from './custom-id.ts';
import type { Tabs } from './shown.ts';
import type { Button, Screen } from './views/screen.ts';

export const TURN = 'page';

/** Page `at` of a tab as it is sent: with its number and the buttons to turn it, where there are more. */
export function pageOf(id: string, tabs: Tabs, tab: string, at: number): Screen | undefined {
  const pages = tabs[tab] ?? [];
  const page = pages[at];
  if (!page || pages.length === 1) return page;
  const turn = (label: string, to: number, disabled: boolean): Button => ({
    label,
    id: customId(TURN, id, tab, `${to}`),
    disabled,
  });
  return {
    ...page,
    blocks: [...page.blocks, { type: 'text', text: `-# Page ${at + 1} of ${pages.length}` }],
    buttons: [
      turn('Previous', at - 1, at === 0),
      turn('Next', at + 1, at === pages.length - 1),
      ...(page.buttons ?? []),
    ],
  };
}

/** A button that opens a tab at its first page. */
export function tabButton(label: string, id: string, tab: string): Button {
  return { label, id: customId(TURN, id, tab, '0') };
}
