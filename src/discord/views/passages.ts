import { createHash } from 'node:crypto';
import type { Passage } from '../../coach/ask.ts';
import { customId } from '../custom-id.ts';
import { type Block, type Button, divider, type Screen, text } from './screen.ts';

/** The action that shows the passages whose marks follow; see `actions/passages.ts`. */
export const PASSAGES = 'passages';

/** A button that shows passages, by their ids. */
export function passagesButton(label: string, ids: readonly string[]): Button {
  return { label, id: customId(PASSAGES, ...ids.map(markOf)) };
}

/**
 * A passage in a few characters, so that a button holds several and works for as long as the
 * message stands, whatever the bot has forgotten meanwhile.
 */
export function markOf(passage: string): string {
  return createHash('sha256').update(passage).digest('base64url').slice(0, 8);
}

/** Passages whole, each with where it comes from. */
export function viewPassages(passages: readonly Passage[]): Screen {
  return { blocks: passages.flatMap(passageBlocks) };
}

function passageBlocks({ title, topic, body, source, season }: Passage, i: number): Block[] {
  const when = season ? `; holds for ${season}, so check the live page` : '';
  const from = `-# ${topic} · ${source.id}: ${source.section}${when}`;
  return [...(i ? [divider] : []), text(`**${title}**\n${body}\n${from}`)];
}
