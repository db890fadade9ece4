import type { Answer, Passage } from '../../coach/ask.ts';
import { customId } from '../custom-id.ts';
import { passagesButton } from './passages.ts';
import { quotation } from './plain.ts';
import { divider, type Screen, text } from './screen.ts';
import { noticeBlocks } from './words.ts';

/** The action that takes an answer after all; see `actions/interview.ts`. */
export const ANYWAY = 'anyway';

/** Care is shown in a colour of its own. */
const CARE = 0x8e5aa8;

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
  const ids = answer.passages.map(({ id }) => id);
  return {
    blocks: [...blocks, divider, text(sources(answer.passages)), ...notice],
    buttons: [passagesButton('Show the passages', ids)],
  };
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
