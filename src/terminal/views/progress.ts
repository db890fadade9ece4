import { type Entry, trends } from '../../coach/progress.ts';
import type { Style } from '../style.ts';
import { heading } from './common.ts';

/** A person's figures: how many sittings, and what recurs or went away between first and last. */
export function viewProgress(entries: readonly Entry[], style: Style): string {
  if (!entries.length) {
    return style.wrap(
      'Nothing yet. After a review or an interview, the figures (never your words) are kept here.',
      2,
    );
  }
  const count = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length;
  const rows = (['interview', 'review'] as const).flatMap((kind) =>
    trends(entries, kind).map(
      ({ flag, first, last, sittings }) =>
        `  ${flag.padEnd(24)} in ${sittings} of ${count(kind)} ${kind}s; first ${first}, last ${last}`,
    ),
  );
  const last = entries.at(-1);
  const missing = last?.missing.length
    ? `Parts not yet there in the last draft: ${last.missing.join(', ')}.`
    : '';
  return [
    `${heading('Your figures', style)}\n  ${count('review')} reviews, ${count('interview')} interviews`,
    rows.length
      ? rows.join('\n')
      : style.wrap(
          'After the second sitting of a kind, this shows what recurs and what went away.',
          2,
        ),
    missing ? style.wrap(missing, 2) : '',
  ]
    .filter(Boolean)
    .join('\n');
}
