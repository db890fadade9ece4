import type { Criterion } from '../coach/finding.ts';
import type { Review } from '../coach/review.ts';
import { counted, inParagraphs } from '../wording.ts';
import { type Cell, layAxis } from './axis.ts';
import { coarse } from './coarse.ts';
import { flagsOf, layMarks, mark } from './marks.ts';
import { heading, letterOn, PATCH, partChip, partLook, said, stackRows } from './rows.ts';
import type { Picture, Shape } from './shapes.ts';
import { BLANK, clipped, INK, INNER, PAD, PART_LOOKS, WIDTH } from './theme.ts';
import { widthOf } from './widths.ts';

/** The strip's height in px: five parts in one paragraph still have a letter each. */
const STRIP = 75;
const SAYS = { present: 'there', weak: 'weak', missing: 'missing' } as const;

/**
 * A draft as a strip: a cell a paragraph, as wide as its words, with the parts that it carries; a
 * gap for each missing part; a mark at each quote of a flag; a bar under what tells of the setback.
 * It shows figures and the rubric's labels, never a word of the draft.
 */
export function drawStrip(review: Review, parts: ReadonlyMap<string, Criterion>): Picture {
  const judged = review.taken === 'statement';
  const labelOf = (part: string) => parts.get(part)?.label ?? part;
  const drawn = coarse(review);
  const axis = layAxis(drawn, PAD, INNER);
  const size = `${counted(review.words, 'word')} in ${counted(review.paragraphs.length, 'paragraph')}`;
  const head = heading(size, PAD - 4, 16);
  const flags = flagsOf([...review.faults, ...review.notes]);
  const marks = layMarks(flags, axis, head.bottom + 2);
  const top = marks.bottom;
  const setback = underline(review, axis, top + STRIP + 5);
  const rows = stackRows(
    judged
      ? review.parts.map(({ part, status }) => ({
          badge: (x, y) => partChip(part, status, x, y),
          label: labelOf(part),
          aside: SAYS[status],
        }))
      : [],
    setback.bottom + 6,
  );
  const shapes = [...head.shapes, ...marks.shapes, ...setback.shapes, ...rows.shapes];
  let bottom = rows.bottom;
  for (const [level, title] of [
    ['fault', 'To mend'],
    ['note', 'Worth a look'],
  ] as const) {
    const some = flags.filter((flag) => flag.level === level);
    if (!some.length) continue;
    const name = heading(title, bottom + 6);
    const list = stackRows(
      some.map((flag) => ({
        badge: (x, y) => mark(flag, x, y),
        label: flag.label,
        ...(flag.starts.length ? {} : { aside: 'as a whole' }),
      })),
      name.bottom,
    );
    shapes.push(...name.shapes, ...list.shapes);
    bottom = list.bottom;
  }
  return {
    width: WIDTH,
    height: Math.ceil(bottom + PAD - 6),
    shapes: [...cells(drawn, axis, top), ...shapes],
    alt: altOf(review, size, labelOf),
  };
}

function cells({ parts }: Review, axis: ReturnType<typeof layAxis>, top: number): Shape[] {
  const drawn = axis.paragraphs.flatMap(({ x, width }, i): Shape[] => {
    const here = parts.filter((p) => p.status !== 'missing' && p.paragraphs.includes(i));
    if (!here.length)
      return [{ type: 'box', x, y: top, width, height: STRIP, look: { fill: BLANK } }];
    const height = STRIP / here.length;
    return here.flatMap(({ part, status }, k): Shape[] => {
      const { letter, colour } = PART_LOOKS[part];
      const y = top + k * height;
      const fits = width >= (status === 'weak' ? PATCH : widthOf(letter, 12, true)) + 1;
      return [
        { type: 'box', x, y, width, height, look: partLook(part, status) },
        ...(fits ? letterOn(letter, x + width / 2, y + height / 2, status, colour) : []),
      ];
    });
  });
  const gaps = axis.gaps.flatMap(({ part, x, width }): Shape[] => [
    {
      type: 'box',
      x: x + 1,
      y: top + 1,
      width: width - 2,
      height: STRIP - 2,
      look: partLook(part, 'missing'),
      round: 3,
    },
    ...letterOn(
      PART_LOOKS[part].letter,
      x + width / 2,
      top + STRIP / 2,
      'missing',
      PART_LOOKS[part].colour,
    ),
  ]);
  return [...drawn, ...gaps];
}

/** A bar under the words that tell of the setback, and their share written out. */
function underline({ setback, taken }: Review, axis: ReturnType<typeof layAxis>, top: number) {
  if (taken !== 'statement') return { shapes: [], bottom: top };
  const bar = (x: number, y: number, width: number): Shape => ({
    type: 'box',
    x,
    y,
    width,
    height: 5,
    look: { fill: INK },
  });
  const bars = joined(setback.stretches.flatMap(({ from, words }) => axis.stretch(from, words)));
  const y = top + 22;
  const told = setback.words > 0;
  return {
    shapes: [
      ...bars.map(({ x, width }) => bar(x, top, width)),
      ...(told ? [bar(PAD, y - 7, 20)] : []),
      said(told ? setbackIn({ setback }) : 'Nothing about a setback', PAD + (told ? 28 : 0), y),
    ],
    bottom: y + 6,
  };
}

/** Cells that touch, as sentences of one paragraph do, are one. */
function joined(cells: readonly Cell[]): Cell[] {
  const bars: Cell[] = [];
  for (const { x, width } of cells) {
    const last = bars.at(-1);
    if (last && x - (last.x + last.width) < 0.5) last.width = x + width - last.x;
    else bars.push({ x, width });
  }
  return bars;
}

function setbackIn({ setback: { words, share } }: Pick<Review, 'setback'>): string {
  return `About the setback: ${counted(words, 'word')}, ${Math.round(share * 100)}%`;
}

function altOf(review: Review, size: string, labelOf: (part: string) => string): string {
  const { parts, setback, taken, faults, notes } = review;
  const there = parts.map(({ part, status, paragraphs }) => {
    const where = inParagraphs(paragraphs);
    return `${labelOf(part)}: ${SAYS[status]}${where && `, ${where}`}`;
  });
  const share = setback.words ? setbackIn(review) : 'Nothing about a setback';
  const judged = taken === 'statement' ? `. ${there.join('; ')}. ${share}` : '';
  const labels = (all: Review['faults']) => [...new Set(all.map(({ label }) => label))].join('; ');
  const mend = faults.length ? `. To mend: ${labels(faults)}` : '';
  const look = notes.length ? `. Worth a look: ${labels(notes)}` : '';
  return clipped(`Your draft as a strip: ${size}${judged}${mend}${look}.`);
}
