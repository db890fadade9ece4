import { said } from './rows.ts';
import type { Shape, Stack } from './shapes.ts';
import { BLANK, DARK, FLAG, INK, PAD, WIDTH } from './theme.ts';
import { widthOf, wrap } from './widths.ts';

/** The room of all columns together, and the width of one where there are few; in px. */
const COLUMNS = 186;
const COLUMN = 26;
const SIZE = 13;
const LINE = 17;

/** What was counted: a column a sitting or an answer, a row a flag. */
export interface Matrix {
  /** One or two short lines above each column. */
  headings: ReadonlyArray<readonly string[]>;
  rows: readonly MatrixRow[];
}

/** A square where it was counted, with the count where `numbered`; a dot where it was not. */
export interface MatrixRow {
  label: string;
  counts: readonly number[];
  numbered?: boolean;
}

/** Where the columns of a matrix of so many stand. */
export function columnsOf(count: number): {
  left: number;
  width: number;
  middle(i: number): number;
} {
  const width = Math.min(COLUMN, COLUMNS / Math.max(1, count));
  const left = WIDTH - PAD - count * width;
  return { left, width, middle: (i) => left + (i + 0.5) * width };
}

/** Headings above their columns; where columns are narrow, as many as there is room for. */
export function layHeadings(headings: Matrix['headings'], top: number): Stack {
  const { width, middle } = columnsOf(headings.length);
  const widest = Math.max(0, ...headings.flat().map((text) => widthOf(text, 11)));
  const every = Math.ceil((widest + 2) / width);
  const shapes = headings.flatMap((lines, i): Shape[] =>
    i % every
      ? []
      : lines.map((text, k) => ({
          ...said(text, middle(i), top + 10 + k * 13, { anchor: 'middle' }),
          size: 11,
        })),
  );
  const lines = Math.max(0, ...headings.map(({ length }) => length));
  return { shapes, bottom: top + lines * 13 + 4 };
}

/** The rows of a matrix below one another, labels at the left. */
export function layRows(rows: readonly MatrixRow[], columns: number, top: number): Stack {
  const { left, width, middle } = columnsOf(columns);
  let bottom = top;
  const shapes = rows.flatMap(({ label, counts, numbered = false }) => {
    const lines = wrap(label, left - PAD - 10, SIZE);
    const height = Math.max(24, lines.length * LINE + 6);
    const [first, centre] = [
      bottom + (height - lines.length * LINE) / 2 + 12.5,
      bottom + height / 2,
    ];
    bottom += height;
    return [
      ...lines.map((text, i): Shape => {
        return { type: 'text', x: PAD, y: first + i * LINE, text, size: SIZE, colour: INK };
      }),
      ...counts.flatMap((count, i) => cell(count, numbered, middle(i), centre, width)),
    ];
  });
  return { shapes, bottom };
}

function cell(count: number, numbered: boolean, x: number, y: number, width: number): Shape[] {
  const side = Math.min(20, width - 2);
  if (!count)
    return [{ type: 'disc', x, y, radius: Math.min(2.5, side / 4), look: { fill: BLANK } }];
  const square: Shape = {
    type: 'box',
    x: x - side / 2,
    y: y - side / 2,
    width: side,
    height: side,
    look: { fill: FLAG },
    round: Math.min(3, side / 5),
  };
  const text = `${count}`;
  if (!numbered || widthOf(text, 11, true) > side - 2) return [square];
  return [
    square,
    { type: 'text', x, y: y + 4, text, size: 11, bold: true, colour: DARK, anchor: 'middle' },
  ];
}
