import { type Entry, type LabelOf, trends } from '../../coach/progress.ts';
import { counted } from '../../wording.ts';
import type { Style } from '../style.ts';
import { heading } from './common.ts';

const TITLE = { interview: 'In your answers', review: 'In your drafts' } as const;

/** A person's figures: how many sittings, and what recurs or went away between first and last. */
export function viewProgress(entries: readonly Entry[], labelOf: LabelOf, style: Style): string {
  if (!entries.length) {
    return style.wrap(
      'Nothing yet. After a review or an interview, the figures (never your words) are kept here.',
      2,
    );
  }
  const count = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length;
  const kinds = (['review', 'interview'] as const).filter((kind) => count(kind));
  const head = kinds.map((kind) => counted(count(kind), kind)).join(', ');
  const missing = entries.findLast(({ kind }) => kind === 'review')?.missing ?? [];
  const labels = missing.map((part) => labelOf('review', part)).join('; ');
  return [
    `${heading('Your figures', style)}\n  ${head}`,
    ...kinds.map((kind) => viewTrends(entries, kind, labelOf, style)),
    missing.length ? style.wrap(`Not yet there in your last draft: ${labels}.`, 2) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function viewTrends(
  entries: readonly Entry[],
  kind: Entry['kind'],
  labelOf: LabelOf,
  style: Style,
): string {
  const sat = entries.filter((entry) => entry.kind === kind && entry.pieces > 0).length;
  const rows = trends(entries, kind).map(({ flag, first, last, sittings }) => {
    const change =
      last === 0 ? 'gone in the last' : first === 0 ? 'new since the first' : 'still there';
    const bar = marks(entries, kind, flag);
    return style.wrap(
      `${labelOf(kind, flag)}: in ${sittings} of ${sat}, ${change}`,
      bar.length + 4,
      `  ${bar}`,
    );
  });
  const nothing =
    sat < 2
      ? 'After the second one, this shows what recurs and what went away.'
      : 'Nothing was flagged.';
  const lines = rows.length ? rows : [style.wrap(nothing, 2)];
  return `${heading(TITLE[kind], style)}\n${lines.join('\n')}`;
}

/** As many sittings as are drawn in a line. */
const MOST_MARKS = 12;

/** The latest sittings, a mark each: full where the flag was raised. */
function marks(entries: readonly Entry[], kind: Entry['kind'], flag: string): string {
  const sittings = entries.filter((entry) => entry.kind === kind && entry.pieces > 0);
  return sittings
    .slice(-MOST_MARKS)
    .map(({ flags }) => (flags[flag] ? '■' : '·'))
    .join('');
}
