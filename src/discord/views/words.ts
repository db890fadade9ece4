import type { Finding } from '../../coach/finding.ts';
import { passagesButton } from './passages.ts';
import { quotation } from './plain.ts';
import { type Block, type Button, text } from './screen.ts';

/** What a view needs of a passage to point at it. */
export type TitleOf = (id: string) => { topic: string; title: string } | undefined;

/** One fault with the person's own words for it, why it matters, and what to do; the question only if it is not what is asked `next`. */
export function viewGroup(group: readonly Finding[], next?: string): Block {
  const [{ label, why, advice, question }] = group as [Finding];
  const quotes = group.filter(({ quote }) => quote).map(({ quote }) => quotation(quote));
  const ask = question === next ? [] : [`To ask yourself: ${question}`];
  return text([`**${label}**`, ...quotes, why, `→ ${advice}`, ...ask].join('\n'));
}

/** Why a model that was to help did not; nothing where it did, or where there is none. */
export function noticeBlocks({ notice }: { notice?: string | undefined }): Block[] {
  return notice ? [text(`-# ${notice}`)] : [];
}

/** What to read: each passage once, at most four. */
export function readable(ids: readonly string[], titleOf: TitleOf): string[] {
  return [...new Set(ids)].filter((id) => titleOf(id)).slice(0, 4);
}

/** The same by their titles; empty where there is nothing. */
export function readingList(ids: readonly string[], titleOf: TitleOf): string {
  return readable(ids, titleOf)
    .flatMap((id) => titleOf(id) ?? [])
    .map(({ topic, title }) => `- ${topic} › ${title}`)
    .join('\n');
}

/** A button that shows what to read; none where there is nothing. */
export function readingButtons(ids: readonly string[], titleOf: TitleOf): Button[] {
  const found = readable(ids, titleOf);
  return found.length ? [passagesButton('Read it here', found)] : [];
}
