import type { Entry } from '../../src/coach/progress.ts';
import { drawDebrief } from '../../src/pictures/debrief.ts';
import { drawProgress } from '../../src/pictures/progress.ts';
import type { Picture } from '../../src/pictures/shapes.ts';
import { drawStrip } from '../../src/pictures/strip.ts';
import { knowledge } from '../coach/support.ts';
import { loadCases } from '../eval/cases.ts';
import { coach, ended, parts } from './support.ts';

const drafts = loadCases('develop', 'statement').filter(({ judged }) => judged);
const ordinary = drafts[3]?.text ?? '';
const many = drafts.flatMap(({ text }) => text.split('\n\n'));

/** A review that finds everything there is to find, each at its place in the draft. */
function faulty(): Picture {
  const review = coach.review(ordinary);
  const all = [...knowledge.statementCriteria().values()].map((criterion, i, { length }) => {
    const start = Math.floor((ordinary.length * i) / length);
    const quote = ordinary.slice(start, start + 20);
    const level = i % 2 ? ('note' as const) : ('fault' as const);
    return { ...criterion, flag: criterion.id, level, quote, start, end: start + 20 };
  });
  const of = (wanted: string) => all.filter(({ level }) => level === wanted);
  return drawStrip({ ...review, faults: of('fault'), notes: of('note') }, parts);
}

const FLAGS = [...knowledge.answerCriteria().keys()];
/** As many sittings as a busy autumn has, with every flag in some of them. */
const sittings: Entry[] = Array.from({ length: 24 }, (_, i) => ({
  at: new Date(Date.UTC(2026, 8, 1 + 2 * i)).toISOString(),
  kind: 'interview' as const,
  pieces: 5,
  flags: Object.fromEntries(FLAGS.filter((_, k) => (i + k) % 3 === 0).map((flag) => [flag, 2])),
  missing: [],
}));

const long = 'It was mine, and I changed how I work since then, with a list of every miss. '.repeat(
  40,
);
const session = ended({ rounds: 12, seed: 4 }, [
  ...Array.from({ length: 5 }, () => 'The school never taught us what the exam was about.'),
  ...Array.from({ length: 7 }, () => long),
]);

/** The pictures by what is hard about them: each is looked at, and each is timed. */
export const GALLERY: Readonly<Record<string, Picture | undefined>> = {
  'strip, an ordinary draft': drawStrip(coach.review(ordinary), parts),
  'strip, one paragraph': drawStrip(coach.review(ordinary.replaceAll('\n\n', ' ')), parts),
  'strip, twenty paragraphs': drawStrip(coach.review(many.slice(0, 20).join('\n\n')), parts),
  'strip, no parts': drawStrip(coach.review('The word stands before the word. '.repeat(60)), parts),
  'strip, every flag': faulty(),
  'strip, words without end': drawStrip(
    coach.review(`${ordinary}\n\n${'pneumonoultramicroscopic'.repeat(60)}`),
    parts,
  ),
  'progress, 24 sittings': drawProgress(sittings, knowledge.labelOf),
  'session, 12 answers': session && drawDebrief(session.debrief, session.turns),
};
