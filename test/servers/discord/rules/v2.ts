import { ComponentType, MessageFlags } from 'discord.js';
import { isLoading, isV2 } from '../world/message.ts';
import { breach } from './breach.ts';
import { after, type Draft } from './draft.ts';

/** Rows of a message that isn't in Components V2. */
const ROWS = 5;

/** A message in Components V2 has components only. */
export function excludesContent(draft: Draft) {
  const { v2, content, embeds } = after(draft);
  if (!v2) return [];
  const { poll, sticker_ids } = draft.body;
  const others = { content, embeds: embeds.length, poll, sticker_ids: sticker_ids?.length };
  return Object.entries(others)
    .filter(([, value]) => value)
    .map(([field]) =>
      breach('v2-excludes-content', [field], `The field cannot be used with IS_COMPONENTS_V2.`),
    );
}

/** Without the flag there are rows of buttons and selects, and nothing else. */
export function needsFlag(draft: Draft) {
  const { v2, components } = after(draft);
  if (v2) return [];
  const wrong = components.flatMap(({ type }, i) =>
    type === ComponentType.ActionRow
      ? []
      : [
          breach(
            'v2-needs-flag',
            ['components', i, 'type'],
            `Type ${type} needs IS_COMPONENTS_V2.`,
          ),
        ],
  );
  const many = components.length > ROWS;
  return [...wrong, ...(many ? [breach('rows', ['components'], `${ROWS} rows at most.`)] : [])];
}

/** Once a message is in Components V2 it stays so. */
export function staysV2({ body, before }: Draft) {
  if (!isV2(before?.flags) || body.flags == null || isV2(body.flags)) return [];
  return [breach('v2-stays', ['flags'], 'IS_COMPONENTS_V2 cannot be removed.')];
}

/** Who sees a message is settled when it is made, or deferred. */
export function ephemeralIsFixed({ body, before }: Draft) {
  if (!before || before.onlyFor || !((body.flags ?? 0) & MessageFlags.Ephemeral)) return [];
  const when = isLoading(before) ? 'deferred' : 'made';
  return [
    breach('ephemeral-fixed', ['flags'], `Everybody sees this message since it was ${when}.`),
  ];
}
