import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { BUTTONS_A_ROW } from './limits.ts';
import type { Block, Button, Screen } from './views/screen.ts';

/** A message as discord.js sends it, on every way: a reply, an edit, a follow-up, a post. */
export interface Payload {
  flags: MessageFlags.IsComponentsV2;
  components: APIMessageTopLevelComponent[];
  files: Array<{ name: string; attachment: Buffer }>;
  allowedMentions: { parse: [] };
}

/** The coach's own colour, a deep teal: readable beside the dark and the light theme. */
const COLOUR = 0x1f7a8c;

/** Turns one page of a screen into a message; `pagesOf` has kept it within the limits. */
export function payloadOf({ blocks, buttons = [], colour, files = [] }: Screen): Payload {
  const named = new Set(blocks.flatMap((b) => (b.type === 'picture' ? [b.file] : [])));
  const inside: APIComponentInContainer[] = [
    ...blocks.map(component),
    ...rows(buttons),
    ...files
      .filter(({ name }) => !named.has(name))
      .map(({ name }) => ({
        type: ComponentType.File as const,
        file: { url: `attachment://${name}` },
      })),
  ];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      { type: ComponentType.Container, accent_color: colour ?? COLOUR, components: inside },
    ],
    files: files.map(({ name, bytes }) => ({ name, attachment: Buffer.from(bytes) })),
    allowedMentions: { parse: [] },
  };
}

function component(block: Block): APIComponentInContainer {
  switch (block.type) {
    case 'text':
      return { type: ComponentType.TextDisplay, content: block.text };
    case 'divider':
      return { type: ComponentType.Separator };
    case 'picture':
      return {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${block.file}` }, description: block.alt }],
      };
  }
}

function rows(buttons: readonly Button[]): APIComponentInContainer[] {
  const starts = buttons.flatMap((_, i) => (i % BUTTONS_A_ROW ? [] : [i]));
  return starts.map((start) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(start, start + BUTTONS_A_ROW).map((button) => ({
      type: ComponentType.Button,
      style: (button.style ?? ButtonStyle.Secondary) as ButtonStyle.Secondary,
      label: button.label,
      custom_id: button.id,
      ...(button.disabled ? { disabled: true } : {}),
    })),
  }));
}
