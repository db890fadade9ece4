import type { Finding } from '../../coach/finding.ts';
import { quotation } from './plain.ts';
import { type Block, text } from './screen.ts';

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

/** What to read: each passage once, at most four; empty where there is nothing. */
export function readingList(ids: readonly string[], titleOf: TitleOf): string {
  const unique = [...new Set(ids)].filter(Boolean).slice(0, 4);
  return unique
    .map((id) => {
      const found = titleOf(id);
      return found ? `- ${found.topic} › ${found.title}` : '';
    })
    .filter(Boolean)
    .join('\n');
}
