import type { Part } from '../coach/reading/parts.ts';
import type { Review } from '../coach/review.ts';

/** A stretch of the strip, in px from the left edge of the picture. */
export interface Cell {
  x: number;
  width: number;
}

/** Where everything stands along the strip. */
export interface Axis {
  /** A cell a paragraph, as wide as its words. */
  paragraphs: Cell[];
  /** A gap a missing part, where it would come in the usual order. */
  gaps: Array<Cell & { part: Part }>;
  /** Where a character of the draft stands. */
  at(offset: number): number;
  /** Where so many words of the draft, from the `from`th on, lie; parted where a paragraph ends. */
  stretch(from: number, words: number): Cell[];
}

/** A gap is as wide as its letter needs, whatever the draft. In px. */
const GAP = 24;
/** Between two cells, where there is room for it. */
const BETWEEN = 3;

type Reviewed = Pick<Review, 'paragraphs' | 'parts' | 'taken'>;

/** Lays a draft out along `width` px from `left`. Nothing overlaps and all of it lies within. */
export function layAxis({ paragraphs, parts, taken }: Reviewed, left: number, width: number): Axis {
  const missing = taken === 'statement' ? placeOfMissing(parts, paragraphs.length) : [];
  const between = Math.min(BETWEEN, (width * 0.2) / (paragraphs.length + missing.length + 1));
  const words = paragraphs.reduce((sum, p) => sum + p.words, 0);
  const pieces = paragraphs.length + missing.length;
  const room = width - missing.length * GAP - Math.max(0, pieces - 1) * between;
  const scale = words ? room / words : 0;
  const axis: Pick<Axis, 'paragraphs' | 'gaps'> = { paragraphs: [], gaps: [] };
  const counts: number[] = [];
  let x = left;
  let count = 0;
  for (let i = 0; i <= paragraphs.length; i++) {
    for (const { part } of missing.filter(({ before }) => before === i)) {
      axis.gaps.push({ part, x, width: GAP });
      x += GAP + between;
    }
    const paragraph = paragraphs[i];
    if (!paragraph) continue;
    axis.paragraphs.push({ x, width: paragraph.words * scale });
    counts.push(count);
    count += paragraph.words;
    x += paragraph.words * scale + between;
  }
  return {
    ...axis,
    at(offset) {
      const i = Math.max(
        0,
        paragraphs.findLastIndex(({ start }) => start <= offset),
      );
      const [span, cell] = [paragraphs[i], axis.paragraphs[i]];
      if (!span || !cell) return left;
      const share = (offset - span.start) / Math.max(1, span.end - span.start);
      return cell.x + cell.width * Math.min(1, Math.max(0, share));
    },
    stretch: (from, length) =>
      axis.paragraphs.flatMap((cell, i) => {
        const first = counts[i] ?? 0;
        const begin = Math.max(from, first);
        const end = Math.min(from + length, first + (paragraphs[i]?.words ?? 0));
        if (end <= begin) return [];
        return [{ x: cell.x + (begin - first) * scale, width: (end - begin) * scale }];
      }),
  };
}

/** A missing part comes before the next one that is there; the first at the beginning, the last at the end. */
function placeOfMissing(
  parts: Review['parts'],
  end: number,
): Array<{ part: Part; before: number }> {
  return parts.flatMap(({ part, status }, i) => {
    if (status !== 'missing') return [];
    const there = (p: Review['parts'][number]) => p.status !== 'missing';
    if (!parts.slice(0, i).some(there)) return [{ part, before: 0 }];
    return [{ part, before: parts.slice(i + 1).find(there)?.paragraphs[0] ?? end }];
  });
}
