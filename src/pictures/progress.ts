import type { Entry, LabelOf } from '../coach/progress.ts';
import { counted } from '../wording.ts';
import { layHeadings, layRows, type MatrixRow } from './matrix.ts';
import { heading, paragraph, subheading } from './rows.ts';
import type { Picture, Shape, Stack } from './shapes.ts';
import { clipped, PAD, WIDTH } from './theme.ts';

/** As many sittings as stand side by side on a phone; the latest of each kind. */
const MOST = 7;
const KINDS = {
  interview: { title: 'In your answers', noun: 'interview' },
  review: { title: 'In your drafts', noun: 'review' },
} as const;

/** What was counted over the latest sittings of one kind. */
interface Course {
  title: string;
  /** Which sittings these are, in words. */
  which: string;
  headings: string[][];
  /** Rows that were counted in the last sitting, and those that were not any more. */
  there: MatrixRow[];
  gone: MatrixRow[];
}

/**
 * What recurs and what went away: a column a sitting, a row a flag or a part that is not there yet.
 * Undefined with fewer than two sittings of a kind, when there is no course of things to show.
 */
export function drawProgress(entries: readonly Entry[], labelOf: LabelOf): Picture | undefined {
  const courses = (['interview', 'review'] as const).flatMap(
    (kind) => courseOf(entries, kind, labelOf) ?? [],
  );
  if (!courses.length) return undefined;
  const shapes: Shape[] = [];
  let bottom = PAD - 6;
  for (const course of courses) {
    const laid = layCourse(course, bottom);
    shapes.push(...laid.shapes);
    bottom = laid.bottom + 10;
  }
  const alt = `What was counted over time. ${courses.map(inWords).join(' ')}`;
  return { width: WIDTH, height: Math.ceil(bottom), shapes, alt: clipped(alt) };
}

/** The course of one kind of sittings; undefined with fewer than two. */
export function courseOf(
  entries: readonly Entry[],
  kind: Entry['kind'],
  labelOf: LabelOf,
): Course | undefined {
  const sittings = entries.filter((entry) => entry.kind === kind && entry.pieces > 0);
  const latest = sittings.slice(-MOST);
  if (latest.length < 2) return undefined;
  const { title, noun } = KINDS[kind];
  const numbered = kind === 'interview';
  const flags = [...new Set(latest.flatMap(({ flags }) => Object.keys(flags)))];
  const parts = [...new Set(latest.flatMap(({ missing }) => missing))];
  const rows: MatrixRow[] = [
    ...flags.map((flag) => ({
      label: labelOf(kind, flag),
      counts: latest.map(({ flags }) => flags[flag] ?? 0),
      numbered,
    })),
    ...parts.map((part) => ({
      label: `Not yet there: ${labelOf(kind, part)}`,
      counts: latest.map(({ missing }) => Number(missing.includes(part))),
    })),
  ]
    .filter(({ counts }) => counts.some(Boolean))
    .sort((a, b) => timesIn(b) - timesIn(a));
  const all = sittings.length === latest.length;
  const which = all
    ? counted(latest.length, noun)
    : `the last ${latest.length} of ${sittings.length} ${noun}s`;
  return {
    title,
    which: numbered && rows.length ? `${which}; a figure counts answers` : which,
    headings: latest.map(({ at }) => dateOf(at)),
    there: rows.filter(({ counts }) => counts.at(-1)),
    gone: rows.filter(({ counts }) => !counts.at(-1)),
  };
}

function layCourse({ title, which, headings, there, gone }: Course, top: number): Stack {
  const name = heading(title, top);
  const note = paragraph(which, name.bottom - 2);
  const dates = layHeadings(headings, note.bottom + 2);
  const stacks = [name, note, dates];
  let { bottom } = dates;
  const put = (stack: Stack) => {
    stacks.push(stack);
    bottom = stack.bottom;
  };
  for (const [rows, says] of [
    [there, 'Still in the last one'],
    [gone, 'Gone in the last one'],
  ] as const) {
    if (!rows.length) continue;
    put(subheading(says, bottom + 2));
    put(layRows(rows, headings.length, bottom));
  }
  if (!there.length && !gone.length) put(paragraph('Nothing was flagged.', bottom + 2));
  return { shapes: stacks.flatMap(({ shapes }) => shapes), bottom };
}

function inWords({ title, which, there, gone, headings }: Course): string {
  const list = (rows: readonly MatrixRow[]) =>
    rows.map((row) => `${row.label} (in ${timesIn(row)} of ${headings.length})`).join('; ');
  const parts = [
    there.length ? `still in the last one: ${list(there)}` : '',
    gone.length ? `gone in the last one: ${list(gone)}` : '',
    there.length || gone.length ? '' : 'nothing was flagged',
  ];
  return `${title} (${which}): ${parts.filter(Boolean).join('; ')}.`;
}

/** In how many sittings it was counted. */
function timesIn({ counts }: MatrixRow): number {
  return counts.filter(Boolean).length;
}

/** The day above the month: both fit a column. */
function dateOf(at: string): string[] {
  const date = new Date(at);
  const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
  return [`${date.getUTCDate()}`, month];
}
