import { createHash } from 'node:crypto';
import type { Answer, Passage } from '../../coach/ask.ts';
import { customId } from '../custom-id.ts';
import { quotation } from './plain.ts';
import { type Block, divider, type Screen, text } from './screen.ts';
import { noticeBlocks } from './words.ts';

/** The action that takes an answer after all; see `actions/interview.ts`. */
export const ANYWAY = 'anyway';

/** Care is shown in a colour of its own. */
const CARE = 0x8e5aa8;

/** The action that shows the passages whose marks follow; see `actions/passages.ts`. */
export const PASSAGES = 'passages';

/**
 * An answer with its sources, and a button to the passages that it rests on; a decline; or care,
 * which never repeats the question.
 */
export function viewAnswer(answer: Answer, question?: string): Screen {
  if (answer.kind === 'crisis') return careScreen(answer.answer);
  const asked = question ? [text(quotation(question))] : [];
  const blocks = [...asked, text(answer.answer)];
  const notice = noticeBlocks(answer);
  if (answer.kind === 'declined') return { blocks: [...blocks, ...notice] };
  const marks = answer.passages.map(({ id }) => markOf(id));
  return {
    blocks: [...blocks, divider, text(sources(answer.passages)), ...notice],
    buttons: [{ label: 'Show the passages', id: customId(PASSAGES, ...marks) }],
  };
}

/** What an answer rests on, whole. */
export function viewPassages(passages: readonly Passage[]): Screen {
  return { blocks: passages.flatMap(passageBlocks) };
}

/**
 * A passage in a few characters, so that a button holds several and works for as long as the
 * message stands, whatever the bot has forgotten meanwhile.
 */
export function markOf(passage: string): string {
  return createHash('sha256').update(passage).digest('base64url').slice(0, 8);
}

/** Care, or the line that offers it. */
export function careScreen(words: string): Screen {
  return { blocks: [text(words)], colour: CARE };
}

/** What is said of an answer, below the line that offers help where there is one. */
export function belowCare(words: string, screen: Screen): Screen {
  return words ? { ...screen, blocks: [text(words), divider, ...screen.blocks] } : screen;
}

/** Care in the place of an interview, for an answer that was not taken; `kept` is where it waits. */
export function careInstead(words: string, kept: string): Screen {
  const { blocks, ...care } = careScreen(words);
  const wrongly = text(
    '-# The interview can wait. If I read you wrongly, the button takes it as it is.',
  );
  return {
    ...care,
    blocks: [...blocks, wrongly],
    buttons: [{ label: 'It was my answer', id: customId(ANYWAY, kept) }],
  };
}

function sources(passages: readonly Passage[]): string {
  const lines = passages.map(({ topic, title }) => `-# ${topic} › ${title}`);
  return ['-# From:', ...lines].join('\n');
}

function passageBlocks({ title, topic, body, source, season }: Passage, i: number): Block[] {
  const when = season ? `; holds for ${season}, so check the live page` : '';
  const from = `-# ${topic} · ${source.id}: ${source.section}${when}`;
  return [...(i ? [divider] : []), text(`**${title}**\n${body}\n${from}`)];
}
