import type { Part, PartStatus } from '../coach/reading/parts.ts';
import type { Look, Shape, Stack } from './shapes.ts';
import { DARK, INK, INNER, MUTED, PAD, PART_LOOKS, WIDTH } from './theme.ts';
import { widthOf, wrap } from './widths.ts';

const SIZE = 14;
const LINE = 18;
/** Where labels begin, right of the badges. */
const INDENT = 28;

/** A line of a legend: its badge, what that stands for, and a word at the right edge. */
export interface Row {
  badge(x: number, y: number): Shape[];
  label: string;
  aside?: string;
}

/** Rows one below another, each as high as its label needs. */
export function stackRows(rows: readonly Row[], top: number): Stack {
  let bottom = top;
  const shapes = rows.flatMap(({ badge, label, aside = '' }) => {
    const room = INNER - INDENT - (aside ? widthOf(aside, 13) + 12 : 0);
    const lines = wrap(label, room, SIZE);
    const first = bottom + 15;
    bottom += Math.max(1, lines.length) * LINE + 5;
    return [
      ...badge(PAD + 10, first - 5),
      ...lines.map((text, i): Shape => {
        return {
          type: 'text',
          x: PAD + INDENT,
          y: first + i * LINE,
          text,
          size: SIZE,
          colour: INK,
        };
      }),
      ...(aside ? [said(aside, WIDTH - PAD, first, { anchor: 'end' as const })] : []),
    ];
  });
  return { shapes, bottom };
}

/** A line in the second voice: a figure, a word at the edge. */
export function said(text: string, x: number, y: number, more: { anchor?: 'middle' | 'end' } = {}) {
  return { type: 'text' as const, x, y, text, size: 13, colour: MUTED, ...more };
}

/** A sentence in the second voice, on as many lines as it takes. */
export function paragraph(text: string, top: number): Stack {
  const lines = wrap(text, INNER, 13);
  const shapes = lines.map((line, i) => said(line, PAD, top + 14 + i * 17));
  return { shapes, bottom: top + lines.length * 17 + 5 };
}

/** A heading within a section. */
export function subheading(text: string, top: number): Stack {
  const line: Shape = {
    type: 'text',
    x: PAD,
    y: top + 15,
    text,
    size: 13,
    bold: true,
    colour: MUTED,
  };
  return { shapes: [line], bottom: top + 22 };
}

/** A heading, on as many lines as it takes. */
export function heading(text: string, top: number, size = 15): Stack {
  const lines = wrap(text, INNER, size, true);
  const shapes = lines.map((line, i): Shape => {
    const y = top + 16 + i * 20;
    return { type: 'text', x: PAD, y, text: line, size, bold: true, colour: INK };
  });
  return { shapes, bottom: top + lines.length * 20 + 4 };
}

/** A part's letter in its colour: full where it stands, striped where it is weak, an empty frame where it is missing. */
export function partChip(part: Part, status: PartStatus, x: number, y: number, side = 18): Shape[] {
  const { letter } = PART_LOOKS[part];
  const box = { x: x - side / 2, y: y - side / 2, width: side, height: side, round: 3 };
  return [
    { type: 'box', ...box, look: partLook(part, status) },
    ...letterOn(letter, x, y, status, PART_LOOKS[part].colour),
  ];
}

export function partLook(part: Part, status: PartStatus): Look {
  const { colour } = PART_LOOKS[part];
  if (status === 'missing') return { outline: colour, dashed: true };
  return status === 'weak' ? { stripes: colour } : { fill: colour };
}

/** How wide the patch under a letter is, in px. */
export const PATCH = 11;

/** A letter in the middle of a surface; on stripes it stands on a plain patch. */
export function letterOn(
  text: string,
  x: number,
  y: number,
  status: PartStatus,
  colour: string,
): Shape[] {
  const patch: Shape = {
    type: 'box',
    x: x - PATCH / 2,
    y: y - 6.5,
    width: PATCH,
    height: 13,
    look: { fill: colour },
  };
  const letter: Shape = {
    type: 'text',
    x,
    y: y + 4.4,
    text,
    size: 12,
    bold: true,
    colour: status === 'missing' ? colour : DARK,
    anchor: 'middle',
  };
  return status === 'weak' ? [patch, letter] : [letter];
}
