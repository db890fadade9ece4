import type { Review } from '../coach/review.ts';

/** More cells than this can't be told apart at the width of a phone. */
const MOST = 100;

/** What is drawn of a draft of very many paragraphs: neighbours share a cell. Any other is drawn as it is. */
export function coarse<R extends Pick<Review, 'paragraphs' | 'parts'>>(review: R): R {
  const { paragraphs, parts } = review;
  const shared = Math.ceil(paragraphs.length / MOST);
  if (shared <= 1) return review;
  const starts = paragraphs.flatMap((_, i) => (i % shared ? [] : [i]));
  return {
    ...review,
    paragraphs: starts.map((i) => {
      const together = paragraphs.slice(i, i + shared);
      return {
        start: together[0]?.start ?? 0,
        end: together.at(-1)?.end ?? 0,
        words: together.reduce((sum, { words }) => sum + words, 0),
      };
    }),
    parts: parts.map((part) => ({
      ...part,
      paragraphs: [...new Set(part.paragraphs.map((p) => Math.floor(p / shared)))],
    })),
  };
}
