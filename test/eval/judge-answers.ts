import type { Coach } from '../../src/coach/coach.ts';
import type { Case } from './cases.ts';
import { type Counts, count } from './measures.ts';

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
  loose: number;
  errors: string[];
}

export function judgeAnswers(coach: Pick<Coach, 'answer'>, cases: readonly Case[]): AnswerFigures {
  const figures: AnswerFigures = { flags: {}, clean: { flags: 0, texts: 0 }, loose: 0, errors: [] };
  for (const { id, text, question, flags } of cases) {
    const { findings } = coach.answer(question, text);
    const found = new Set(findings.map(({ flag }) => flag));
    for (const flag of ANSWER_FLAGS) {
      const [said, is] = [found.has(flag), flags.includes(flag)];
      count(figures.flags, flag, said, is);
      if (said !== is) figures.errors.push(`${id}: ${said ? 'false' : 'missed'} ${flag}`);
    }
    figures.loose += findings.filter((f) => text.slice(f.start, f.end) !== f.quote).length;
    if (flags.length) continue;
    figures.clean.texts++;
    figures.clean.flags += ANSWER_FLAGS.filter((flag) => found.has(flag)).length;
  }
  return figures;
}
