import type { Coach } from '../../src/coach/coach.ts';
import type { Case } from './cases.ts';
import { type Counts, count } from './measures.ts';
import { flagged, type Share, tally, type Verdict } from './verdict.ts';

/** The flags whose meaning `test/eval/README.md` defines. */
export const ANSWER_FLAGS = [
  'blame',
  'bitter',
  'no-ownership',
  'too-long',
  'too-short',
  'no-pivot',
  'no-concrete-steps',
  'oversharing',
] as const;

export interface AnswerFigures {
  flags: Record<string, Counts>;
  clean: { flags: number; texts: number };
  /** Quotes that are to the letter at their offsets. */
  letter: Share;
  verdicts: Verdict[];
}

export function judgeAnswers(coach: Pick<Coach, 'answer'>, cases: readonly Case[]): AnswerFigures {
  const figures: AnswerFigures = {
    flags: {},
    clean: { flags: 0, texts: 0 },
    letter: { right: 0, of: 0 },
    verdicts: [],
  };
  for (const { id, text, question, flags, why } of cases) {
    const { findings } = coach.answer(question, text);
    const found = new Set(findings.map(({ flag }) => flag));
    for (const flag of ANSWER_FLAGS)
      count(figures.flags, flag, found.has(flag), flags.includes(flag));
    for (const { quote, start, end } of findings)
      if (quote) tally(figures.letter, text.slice(start, end) === quote);
    if (!flags.length) {
      figures.clean.texts++;
      figures.clean.flags += ANSWER_FLAGS.filter((flag) => found.has(flag)).length;
    }
    figures.verdicts.push({
      id,
      kind: 'answer',
      text,
      asked: question,
      why,
      judgments: ANSWER_FLAGS.map((flag) => flagged(flag, found.has(flag), flags.includes(flag))),
      marks: findings
        .filter(({ quote }) => quote)
        .map(({ flag, start, end }) => ({ by: 'coach', on: flag, start, end })),
    });
  }
  return figures;
}
