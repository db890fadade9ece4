import { type Entry, type LabelOf, trends } from '../../coach/progress.ts';
import { counted } from '../../wording.ts';
import { divider, type Pictured, type Screen, text } from './screen.ts';

const NOUN = { interview: 'interview', review: 'review' } as const;

/** A person's own figures: sittings, and what recurs or went away between the first and the last; `course` is the same as a picture. */
export function viewProgress(
  entries: readonly Entry[],
  labelOf: LabelOf,
  course?: Pictured,
): Screen {
  if (!entries.length) {
    return {
      blocks: [
        text(
          'Nothing yet. After a review or an interview, its figures (never your words) show here what recurs and what went away.',
        ),
      ],
    };
  }
  const count = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length;
  const kinds = (['interview', 'review'] as const).filter((kind) => count(kind));
  const head = kinds.map((kind) => counted(count(kind), NOUN[kind])).join(', ');
  const missing = entries.findLast(({ kind }) => kind === 'review')?.missing ?? [];
  return {
    blocks: [
      text(`**Your figures**\n${head}`),
      ...(course ? [course.block] : []),
      ...kinds.map((kind) => text(trendsOf(entries, kind, labelOf))),
      ...(missing.length
        ? [
            divider,
            text(
              `Not yet there in your last draft: ${missing.map((part) => labelOf('review', part)).join('; ')}.`,
            ),
          ]
        : []),
    ],
    ...(course ? { files: [course.file] } : {}),
  };
}

function trendsOf(entries: readonly Entry[], kind: Entry['kind'], labelOf: LabelOf): string {
  const title = kind === 'interview' ? '**In your answers**' : '**In your drafts**';
  const rows = trends(entries, kind);
  const sat = entries.filter((entry) => entry.kind === kind && entry.pieces > 0).length;
  if (sat < 2) return `${title}\nAfter the second one, this shows what recurs and what went away.`;
  if (!rows.length) return `${title}\nNothing was flagged.`;
  const lines = rows.map(({ flag, first, last, sittings }) => {
    const change =
      last === 0 ? 'gone in the last' : first === 0 ? 'new since the first' : 'still there';
    return `- ${labelOf(kind, flag)}: in ${sittings} of ${sat}, ${change}`;
  });
  return [title, ...lines].join('\n');
}
