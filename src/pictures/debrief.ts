import type { Debrief } from '../coach/interview/debrief.ts';
import type { Turn } from '../coach/interview/session.ts';
import { counted, minutes } from '../wording.ts';
import { columnsOf, layHeadings, layRows } from './matrix.ts';
import { heading, paragraph, said, subheading } from './rows.ts';
import type { Picture, Shape, Stack } from './shapes.ts';
import { BAND, clipped, INK, MUTED, PAD, WIDTH } from './theme.ts';
import { widthOf } from './widths.ts';

/** A spoken answer takes one to two minutes: 130 to 300 words at the pace of speech. In seconds. */
const AIM = [60, 120] as const;
/** The height of the bars, and the least time it stands for, in px and seconds. */
const BARS = 80;
const LEAST = 150;

/**
 * One session: how long each answer would take to say, beside the one to two minutes that are aimed
 * at, and which answers were flagged with what. Undefined where nothing was answered.
 */
export function drawDebrief(debrief: Debrief, turns: readonly Turn[]): Picture | undefined {
  const reviews = turns.flatMap(({ attempts }) => attempts.at(-1)?.review ?? []);
  if (!reviews.length) return undefined;
  const { skipped, seconds, tallies } = debrief;
  const head = `${counted(reviews.length, 'answer')}${skipped ? `, ${skipped} skipped` : ''}`;
  const title = heading(head, PAD - 4, 16);
  const note = paragraph(`${minutes(seconds)} on average`, title.bottom - 2);
  const bars = layBars(
    reviews.map((review) => review.seconds),
    note.bottom + 4,
  );
  const numbers = layHeadings(
    reviews.map((_, i) => [`${i + 1}`]),
    bars.bottom + 2,
  );
  const flags = tallies.length
    ? subheading('Flagged in', numbers.bottom)
    : paragraph('Nothing was flagged.', numbers.bottom);
  const rows = layRows(
    tallies.map(({ flag, label }) => ({
      label,
      counts: reviews.map(({ findings }) => Number(findings.some((f) => f.flag === flag))),
    })),
    reviews.length,
    flags.bottom,
  );
  const counts = tallies.map(({ label, count }) => `${label}: ${count}`).join('; ');
  const short = reviews.filter((review) => review.seconds < AIM[0]).length;
  const long = reviews.filter((review) => review.seconds > AIM[1]).length;
  return {
    width: WIDTH,
    height: Math.ceil(rows.bottom + PAD - 6),
    shapes: [title, note, bars, numbers, flags, rows].flatMap(({ shapes }) => shapes),
    alt: clipped(
      `One interview: ${head}, ${minutes(seconds)} on average; ${short} under one minute, ${long} over two. ${counts ? `Flagged: ${counts}` : 'Nothing was flagged'}.`,
    ),
  };
}

/** A bar an answer, as high as its time, before the band that is aimed at. */
function layBars(seconds: readonly number[], top: number): Stack {
  const { left, width, middle } = columnsOf(seconds.length);
  const floor = top + 14 + BARS;
  const scale = BARS / Math.max(LEAST, ...seconds);
  const band: Shape = {
    type: 'box',
    x: left,
    y: floor - AIM[1] * scale,
    width: width * seconds.length,
    height: (AIM[1] - AIM[0]) * scale,
    look: { fill: BAND },
  };
  const thick = Math.min(14, width - 2);
  const bars = seconds.flatMap((time, i): Shape[] => {
    const height = Math.max(1, time * scale);
    const clock = `${Math.floor(time / 60)}:${String(time % 60).padStart(2, '0')}`;
    const bar: Shape = {
      type: 'box',
      x: middle(i) - thick / 2,
      y: floor - height,
      width: thick,
      height,
      look: { fill: MUTED },
    };
    if (widthOf(clock, 11) > width - 1) return [bar];
    const y = floor - height - 4;
    return [
      bar,
      { type: 'text', x: middle(i), y, text: clock, size: 11, colour: INK, anchor: 'middle' },
    ];
  });
  const middleOfAim = floor - ((AIM[0] + AIM[1]) / 2) * scale;
  return {
    shapes: [
      said('Time to say it', PAD, floor - 2),
      said('aim: 1 to 2 min', left - 8, Math.min(middleOfAim + 5, floor - 20), { anchor: 'end' }),
      band,
      ...bars,
    ],
    bottom: floor,
  };
}
