import type { Span } from './text/span.ts';

/** What the rubric says of a flag or a part: `knowledge/rubric/`. */
export interface Criterion {
  id: string;
  label: string;
  criterion: string;
  why: string;
  advice: string;
  question: string;
  /** The passage to read, `file#heading-slug`. */
  reading: string;
  /** For answer flags: an exercise that works on the habit. */
  drill?: string | undefined;
}

/**
 * What a check says. `quote` is to the letter `text.slice(start, end)`; where something is
 * absent it is "" and both offsets are 0.
 */
export interface Finding extends Span {
  flag: string;
  /** A fault should be mended; a note is worth a look and may be right as it is. */
  level: 'fault' | 'note';
  label: string;
  quote: string;
  why: string;
  advice: string;
  question: string;
  reading: string;
  drill?: string | undefined;
}

/** What a check finds in a text: the stretch it is about, or nothing in particular. */
export type Evidence = Span | 'absent';

/** Puts the rubric's words to what a check found. */
export function findingOf(
  text: string,
  criterion: Criterion,
  level: Finding['level'],
  evidence: Evidence,
): Finding {
  const { start, end } = evidence === 'absent' ? { start: 0, end: 0 } : evidence;
  const { id, label, why, advice, question, reading, drill } = criterion;
  return {
    flag: id,
    level,
    label,
    quote: text.slice(start, end),
    start,
    end,
    why,
    advice,
    question,
    reading,
    drill,
  };
}

/** Findings of one flag together: it is one thing to mend, wherever it stands. */
export function grouped(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    groups.set(finding.flag, [...(groups.get(finding.flag) ?? []), finding]);
  }
  return [...groups.values()];
}
