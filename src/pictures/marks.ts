import { type Finding, grouped } from '../coach/finding.ts';
import type { Axis } from './axis.ts';
import type { Shape, Stack } from './shapes.ts';
import { DARK, FLAG, INK, MUTED, PAD, WIDTH } from './theme.ts';

const RADIUS = 9;
/** From the middle of one mark to that of the next. */
const APART = 2 * RADIUS + 2;

/** A flag with its number, which stands at each of its quotes. */
export interface Flag {
  number: number;
  level: Finding['level'];
  label: string;
  /** Offsets in the draft; none where it is about what is absent. */
  starts: number[];
}

/** Faults first, numbered in the order in which to mend them. */
export function flagsOf(findings: readonly Finding[]): Flag[] {
  return grouped(findings).map((group, i) => ({
    number: i + 1,
    level: group[0]?.level ?? 'note',
    label: group[0]?.label ?? '',
    starts: group.filter(({ quote }) => quote).map(({ start }) => start),
  }));
}

/** Marks above the strip, each with a stem down to it; where two would touch, one moves up. */
export function layMarks(flags: readonly Flag[], axis: Axis, top: number): Stack {
  const marks = flags
    .flatMap((flag) => apart(flag.starts.map((start) => axis.at(start))).map((x) => ({ flag, x })))
    .sort((a, b) => a.x - b.x || a.flag.number - b.flag.number);
  const ends: number[] = [];
  const laid = marks.map(({ flag, x }) => {
    const inside = Math.min(WIDTH - PAD - RADIUS, Math.max(PAD + RADIUS, x));
    const free = ends.findIndex((end) => end + APART <= inside);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = inside;
    return { flag, x: inside, lane };
  });
  const bottom = top + ends.length * APART + (ends.length ? 6 : 0);
  const yOf = (lane: number) => bottom - 6 - APART / 2 - lane * APART;
  return {
    shapes: [
      ...laid.map(({ x, lane }): Shape => {
        return { type: 'line', x, y: yOf(lane) + RADIUS, x2: x, y2: bottom, colour: MUTED };
      }),
      ...laid.flatMap(({ flag, x, lane }) => mark(flag, x, yOf(lane))),
    ],
    bottom,
  };
}

/** A flag's number: on a full disc what to mend, in a ring what is worth a look. */
export function mark({ number, level }: Flag, x: number, y: number): Shape[] {
  const fault = level === 'fault';
  return [
    // A ring is filled as well, so that no stem shows through it.
    { type: 'disc', x, y, radius: RADIUS, look: { fill: fault ? FLAG : DARK } },
    ...(fault
      ? []
      : [{ type: 'disc' as const, x, y, radius: RADIUS - 0.75, look: { outline: FLAG } }]),
    {
      type: 'text',
      x,
      y: y + 4,
      text: `${number}`,
      size: 11,
      bold: true,
      colour: fault ? DARK : INK,
      anchor: 'middle',
    },
  ];
}

/** Of several marks of one flag those that stand clear of each other. */
function apart(places: readonly number[]): number[] {
  const kept: number[] = [];
  for (const x of [...places].sort((a, b) => a - b))
    if (x - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) >= APART) kept.push(x);
  return kept;
}
