import { ComponentType } from 'discord.js';
import { type Attachment, attachmentJson } from './attachments.ts';
import { type Component, mediaOf, walk } from './components.ts';

/** What Discord fills in where a sender leaves it open. */
const DEFAULTS: Readonly<Record<number, Record<string, unknown>>> = {
  [ComponentType.Container]: { accent_color: null, spoiler: false },
  [ComponentType.Separator]: { divider: true, spacing: 1 },
  [ComponentType.StringSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.File]: { spoiler: false },
};
const ITEM = { description: null, spoiler: false };

/** Components as Discord hands them out: every one whole, with an id, and files by their address. */
export function handedOut(
  components: readonly Component[] | null | undefined,
  files: readonly Attachment[],
): Component[] {
  const copy = structuredClone([...(components ?? [])]);
  const taken = new Set([...walk(copy)].map(({ component }) => component.id));
  let id = 0;
  for (const { component } of walk(copy)) {
    if (!component.id) {
      do id++;
      while (taken.has(id));
      component.id = id;
    }
    for (const defaults of [component, ...(component.items ?? [])])
      fillIn(defaults, defaults === component ? DEFAULTS[component.type] : ITEM);
    for (const media of mediaOf(component)) {
      const name = /^attachment:\/\/(.+)$/.exec(media.url)?.[1];
      const file = files.find(({ filename }) => filename === name);
      if (!file) continue;
      Object.assign(media, attachmentJson(file), { attachment_id: file.id });
      if (component.file) Object.assign(component, { name: file.filename, size: file.size });
    }
  }
  return copy;
}

function fillIn(target: object, defaults: Record<string, unknown> | undefined): void {
  for (const [key, value] of Object.entries(defaults ?? {}))
    (target as Record<string, unknown>)[key] ??= value;
}
