import type { Span } from '../text/span.ts';

/** Where any of the patterns (each global) is found, in the order of the text, none over another. */
export function wordings(text: string, patterns: readonly RegExp[]): Span[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    })),
  );
  const apart: Span[] = [];
  for (const span of found.sort((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (apart.at(-1)?.end ?? 0)) apart.push(span);
  return apart;
}
