import type { Debrief } from '../../coach/interview/debrief.ts';
import { aloudLine, minutes } from '../../wording.ts';
import { quoted, type Style } from '../style.ts';
import { heading, noticeLine, readingList, type TitleOf } from './common.ts';

/** The end of an interview: the habit, the best sentence said, drills, and what to read. */
export function viewDebrief(debrief: Debrief, titleOf: TitleOf, style: Style): string {
  const { answered, skipped, seconds, aloud, tallies, habit, best, drills, question, reading } =
    debrief;
  if (!answered) {
    return `${heading('Debrief', style)}\n${style.wrap('You answered nothing this time, so there is nothing to sum up. Come back when you have ten minutes.', 2)}`;
  }
  const figures = `${answered} answered${skipped ? `, ${skipped} skipped` : ''}, ${minutes(seconds)} on average. ${aloud ? `${aloudLine(aloud)} ` : ''}${tallies.map(({ label, count }) => `${label}: ${count}`).join('; ') || 'No flags'}.`;
  return [
    `${heading('Debrief', style)}\n${style.wrap(figures, 2)}`,
    habit
      ? `${heading('The habit that came back', style)}\n${style.wrap(`${style.warn(habit.label)}, in ${habit.count} answers. ${habit.why}\n→ ${habit.advice}`, 2)}`
      : '',
    best
      ? `${heading('The best sentence you said', style)}\n${style.accent(style.wrap(quoted(best.quote), 2))}\n${style.wrap(`It ${best.does}.`, 2)}`
      : '',
    `${heading('Three drills', style)}\n${drills.map((drill, i) => style.wrap(drill, 5, `  ${i + 1}.`)).join('\n')}`,
    question ? `${heading('To think about', style)}\n${style.wrap(question, 2)}` : '',
    readingList(reading, titleOf, style),
    noticeLine(debrief, style),
  ]
    .filter(Boolean)
    .join('\n\n');
}
