import type { Answer, Passage } from '../../coach/ask.ts';
import { tabButton } from '../turning.ts';
import { quotation } from './plain.ts';
import { type Block, divider, type Screen, text } from './screen.ts';
import { noticeBlocks } from './words.ts';

/** Care is shown in a colour of its own. */
const CARE = 0x8e5aa8;

/**
 * An answer with its sources, and a tab with the passages it rests on; a decline; or care, which
 * never repeats the question.
 */
export function viewAnswer(answer: Answer, id: string, question?: string): Record<string, Screen> {
  if (answer.kind === 'crisis') return { answer: careScreen(answer.answer) };
  const asked = question ? [text(quotation(question))] : [];
  const blocks = [...asked, text(answer.answer)];
  const notice = noticeBlocks(answer);
  if (answer.kind === 'declined') return { answer: { blocks: [...blocks, ...notice] } };
  return {
    answer: {
      blocks: [...blocks, divider, text(sources(answer.passages)), ...notice],
      buttons: [tabButton('Show the passages', id, 'passages')],
    },
    passages: {
      blocks: answer.passages.flatMap(passageBlocks),
      buttons: [tabButton('Back to the answer', id, 'answer')],
    },
  };
}

/** Care, or the line that offers it. */
export function careScreen(words: string): Screen {
  return { blocks: [text(words)], colour: CARE };
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
