import type { Debrief } from '../../coach/interview/debrief.ts';
import { aloudLine, counted, minutes } from '../../wording.ts';
import { quotation } from './plain.ts';
import { type Block, divider, text } from './screen.ts';
import { noticeBlocks, readingList, type TitleOf } from './words.ts';

/** The end of an interview: the habit, the best sentence said, drills, and what to read. */
export function viewDebrief(debrief: Debrief, titleOf: TitleOf): Block[] {
  const { answered, skipped, seconds, aloud, tallies, habit, best, drills, question, reading } =
    debrief;
  if (!answered) {
    return [
      text(
        '**Debrief**\nYou answered nothing this time, so there is nothing to sum up. Come back when you have ten minutes.',
      ),
    ];
  }
  const flags = tallies.map(({ label, count }) => `${label}: ${count}`).join('; ');
  const list = readingList(reading, titleOf);
  return [
    text(
      [
        '**Debrief**',
        `${counted(answered, 'answer')}${skipped ? `, ${skipped} skipped` : ''}, ${minutes(seconds)} on average.`,
        ...(aloud ? [aloudLine(aloud)] : []),
        flags ? `${flags}.` : 'No flags.',
      ].join('\n'),
    ),
    ...(habit
      ? [
          divider,
          text(
            `**The habit that came back**\n${habit.label}, in ${habit.count} answers. ${habit.why}\n→ ${habit.advice}`,
          ),
        ]
      : []),
    ...(best
      ? [text(`**The best sentence you said**\n${quotation(best.quote)}\nIt ${best.does}.`)]
      : []),
    divider,
    text(['**Three drills**', ...drills.map((drill, i) => `${i + 1}. ${drill}`)].join('\n')),
    ...(question ? [text(`**To think about**\n${quotation(question)}`)] : []),
    ...(list ? [text(`**To read**\n${list}`)] : []),
    ...noticeBlocks(debrief),
  ];
}
