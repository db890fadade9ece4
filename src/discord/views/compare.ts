import type { Change, Comparison } from '../../coach/compare.ts';
import type { LabelOf } from '../../coach/progress.ts';
import { changeInWords, isOfOlder, setbackInWords, UNLIKE } from '../../wording.ts';
import { quotation } from './plain.ts';
import { type Block, text } from './screen.ts';

/** What became of an older draft's faults: what is mended, what is new, with its quote, and what stayed. */
export function viewComparison(comparison: Comparison, labelOf: LabelOf): Block[] {
  const { fixed, fresh, stayed, words, setback, unlike } = comparison;
  const row = (mark: string) => (change: Change) => {
    const { label, how } = changeInWords(change, labelOf);
    return `${mark} ${label}${how && `: ${how}`}`;
  };
  const quoted = (change: Change) =>
    [
      row('🔺')(change),
      ...(change.quote && isOfOlder(change) ? ['-# Before:'] : []),
      ...(change.quote ? [quotation(change.quote)] : []),
    ].join('\n');
  const lists = [
    ...(fixed.length ? [`**Mended**\n${fixed.map(row('✅')).join('\n')}`] : []),
    ...(fresh.length ? [`**New**\n${fresh.map(quoted).join('\n')}`] : []),
    ...(stayed.length ? [`**Stayed**\n${stayed.map(row('▫️')).join('\n')}`] : []),
  ];
  const none = 'Nothing is flagged in either, and each part stands in both.';
  return [
    text(['**Beside the older draft**', ...(lists.length ? lists : [none])].join('\n')),
    text(
      [
        `-# ${words.before} → ${words.after} words; ${setbackInWords(setback)}`,
        ...(unlike ? [`-# ${UNLIKE}`] : []),
      ].join('\n'),
    ),
  ];
}
