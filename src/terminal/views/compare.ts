import type { Change, Comparison } from '../../coach/compare.ts';
import type { LabelOf } from '../../coach/progress.ts';
import { changeInWords, isOfOlder, setbackInWords, UNLIKE } from '../../wording.ts';
import { quoted, type Style } from '../style.ts';
import { heading } from './common.ts';

/** Two drafts side by side for the terminal: what is mended, what is new, what stayed, and figures. */
export function viewComparison(comparison: Comparison, labelOf: LabelOf, style: Style): string {
  const { fixed, fresh, stayed, words, setback, unlike } = comparison;
  const lists: Array<[string, Change[], (text: string) => string]> = [
    ['Mended', fixed, style.good],
    ['New', fresh, style.warn],
    ['Stayed', stayed, style.warn],
  ];
  const shown = lists.flatMap(([title, changes, colour]) =>
    changes.length
      ? [
          `${heading(title, style)}\n${changes.map((one) => viewChange(one, labelOf, colour, style)).join('\n')}`,
        ]
      : [],
  );
  const none = style.wrap('Nothing is flagged in either, and each part stands in both.', 2);
  const figures = `${words.before} → ${words.after} words; ${setbackInWords(setback)}.`;
  return [
    ...(shown.length ? shown : [none]),
    `${heading('Figures', style)}\n${style.wrap(figures, 2)}`,
    ...(unlike ? [style.dim(style.wrap(UNLIKE, 2))] : []),
  ].join('\n\n');
}

function viewChange(
  change: Change,
  labelOf: LabelOf,
  colour: (text: string) => string,
  style: Style,
): string {
  const { label, how } = changeInWords(change, labelOf);
  const line = style.wrap(`${colour(label)}${how && `: ${how}`}`, 2);
  const quote = `${isOfOlder(change) ? 'Before: ' : ''}${quoted(change.quote, 160)}`;
  return change.quote ? `${line}\n${style.dim(style.wrap(quote, 6))}` : line;
}
