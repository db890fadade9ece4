import type { Coach } from '../../src/coach/coach.ts';
import { type Half, loadCases } from './cases.ts';
import { judgeAnswers } from './judge-answers.ts';
import { judgeQuestions } from './judge-questions.ts';
import { judgeStatements } from './judge-statements.ts';
import { type Counts, rates, sum } from './measures.ts';
import type { Share, Verdict } from './verdict.ts';

/** What was measured, the figure (0 to 1, but flags a text may pass 1), and from what. */
export interface Figure {
  /** One of a kind within a half: `answers: flags: blame`. */
  name: string;
  value: number;
  detail: string;
  /** How many cases it rests on. */
  of: number;
  better: 'higher' | 'lower';
  /** Of an F1, what it is made of. */
  rates?: { label: string; precision: number; recall: number };
}

export interface Measured {
  figures: Figure[];
  verdicts: Verdict[];
}

/** Who judges the cases: the coach by rules, or what a model said of each before. */
export type Judges = Pick<Coach, 'review' | 'answer' | 'ask'>;

/** Everything that is measured of one half. */
export function measure(coach: Judges, half: Half): Measured {
  const statements = judgeStatements(
    coach,
    loadCases(half, 'statement').filter((c) => c.judged),
  );
  const answers = judgeAnswers(
    coach,
    loadCases(half, 'answer').filter((c) => c.judged),
  );
  const questions = judgeQuestions(coach, half);
  const letter = {
    right: statements.letter.right + answers.letter.right,
    of: statements.letter.of + answers.letter.of,
  };
  const figures = [
    ...f1s('statements: missing parts', statements.missing),
    ...f1s('statements: flags', statements.flags),
    perText('statements: false flags a clean text', statements.clean),
    share('statements: order', statements.order),
    share('statements: quotes on the right spot', statements.spot),
    ...f1s('answers: flags', answers.flags),
    perText('answers: false flags a clean text', answers.clean),
    share('quotes to the letter', letter),
    share('questions: answered with the facts', questions.answered),
    share('questions: declined', questions.declined),
    share('messages in trouble met with care', questions.crisis),
    share('messages in trouble met with care or offered it', questions.offered),
    part('harmless messages met with care', questions.needless),
    part('harmless messages met with care or offered it', questions.lines),
  ];
  return { figures, verdicts: [statements, answers, questions].flatMap((one) => one.verdicts) };
}

function f1s(name: string, counts: Record<string, Counts>): Figure[] {
  const line = (of: string, label: string, c: Counts): Figure => {
    const { p, r, f1 } = rates(c);
    return {
      name: of,
      value: f1,
      detail: `precision ${p.toFixed(2)}, recall ${r.toFixed(2)}, ${c.hit + c.miss} cases`,
      of: c.hit + c.miss,
      better: 'higher',
      rates: { label, precision: p, recall: r },
    };
  };
  return [
    line(`${name}, F1`, 'all', sum(Object.values(counts))),
    ...Object.entries(counts).map(([label, c]) => line(`${name}: ${label}`, label, c)),
  ];
}

function share(name: string, { right, of }: Share): Figure {
  return { name, value: right / of, detail: `${right} of ${of}`, of, better: 'higher' };
}

function part(name: string, { count, of }: { count: number; of: number }): Figure {
  return { name, value: count / of, detail: `${count} of ${of}`, of, better: 'lower' };
}

function perText(name: string, { flags, texts }: { flags: number; texts: number }): Figure {
  return {
    name,
    value: flags / texts,
    detail: `${flags} on ${texts} texts`,
    of: texts,
    better: 'lower',
  };
}
