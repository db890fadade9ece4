import * as z from 'zod';
import type { AnswerReview, Strength, Strengths } from '../answer.ts';
import { ANSWER_CHECKS } from '../checks/answer.ts';
import type { Criterion } from '../finding.ts';
import { isUnscored } from '../interview/unscored.ts';
import { type Caller, type Model, SAID_OF_FAILURE, type Task } from '../model.ts';
import { type Anchor, createQuoter } from './anchor.ts';
import { isFaulted, mergeFindings, ruleLines } from './findings.ts';
import type { JudgingPorts } from './ports.ts';
import { flagVerdicts, ruleVerdicts } from './verdicts.ts';

/** The flags that a model judges; the others are counted. */
export const ANSWER_FLAGS = [
  'blame',
  'bitter',
  'no-ownership',
  'no-pivot',
  'no-concrete-steps',
  'oversharing',
  'addresses-reviewer',
] as const;
/** What a sentence can do well: the roles that `knowledge/rubric/strengths.yaml` has words for. */
const STRENGTHS = ['v', 'd', 'o', 's', 'g', 'p', 'none'] as const;

/** What a model makes of a spoken answer. Praise is a quote, and what it does is from a closed list. */
const judgment = z.object({
  flags: flagVerdicts(ANSWER_FLAGS),
  rules: ruleVerdicts,
  worked: z.object({ quote: z.string(), does: z.enum(STRENGTHS) }),
});
export type AnswerJudgment = z.infer<typeof judgment>;

export const judgeAnswer: Task<AnswerJudgment> = {
  name: 'judge-answer',
  output: judgment,
  material: ['question', 'findings', 'answer'],
};

const FIXED = new Set(['too-long', 'too-short', 'addresses-reviewer']);
const KIND = {
  fixed: FIXED,
  absent: new Set(['no-pivot', 'no-concrete-steps']),
  order: ANSWER_CHECKS,
};
/** How sure a strength is taken to be that a model named; beside the rules' 0.6 to 1. */
const NAMED = 0.9;

export function answerMaterial(
  question: string,
  answer: string,
  { findings }: AnswerReview,
): Record<string, string> {
  return { question, answer, findings: ruleLines(findings, FIXED) };
}

interface AnswerMerge {
  text: string;
  review: AnswerReview;
  judgment: AnswerJudgment;
  criteria: ReadonlyMap<string, Criterion>;
  strengths: Strengths;
  vocabulary: ReadonlySet<string>;
}

/** The rules' review with the model's judgment in it; undefined where none of its quotes is in the text. */
function mergeAnswer(merge: AnswerMerge): AnswerReview | undefined {
  const { text, review, judgment, criteria, vocabulary } = merge;
  const anchor = createQuoter(text);
  const quotes = [...judgment.flags.flatMap(({ quotes }) => quotes), judgment.worked.quote].filter(
    Boolean,
  );
  if (quotes.length && !quotes.some(anchor)) return undefined;
  const { findings, hostile } = mergeFindings({
    ...KIND,
    text,
    anchor,
    rules: review.findings,
    verdicts: judgment,
    criteria,
    vocabulary,
  });
  return {
    ...review,
    findings,
    worked: hostile ? review.worked : strengthIn(merge, findings, anchor),
    source: 'model',
  };
}

/** The model's choice, where it is a quote and no finding is about it; else the rules'. */
function strengthIn(
  { text, review, judgment: { worked }, strengths }: AnswerMerge,
  findings: AnswerReview['findings'],
  anchor: Anchor,
): Strength | undefined {
  const span = anchor(worked.quote);
  const does = worked.does === 'none' ? undefined : strengths[worked.does];
  if (span && does && !isFaulted(span, findings))
    return { quote: text.slice(span.start, span.end), does, weight: NAMED };
  if (!review.worked) return undefined;
  const start = text.indexOf(review.worked.quote);
  const end = start + review.worked.quote.length;
  return isFaulted({ start, end }, findings) ? undefined : review.worked;
}

/** Reviews an answer with a model: one call, and the rules' review with a notice where it fails. */
export async function judgedAnswer(
  question: string,
  text: string,
  review: AnswerReview,
  ports: JudgingPorts,
  model: Model,
  caller: Caller,
): Promise<AnswerReview> {
  if (isUnscored(text)) return review;
  const outcome = await model.run(judgeAnswer, answerMaterial(question, text, review), caller);
  if ('failure' in outcome) return { ...review, notice: SAID_OF_FAILURE[outcome.failure] };
  const merged = mergeAnswer({
    text,
    review,
    judgment: outcome.value,
    criteria: ports.answerCriteria(),
    strengths: ports.strengths(),
    vocabulary: ports.vocabulary(),
  });
  return merged ?? { ...review, notice: SAID_OF_FAILURE.nonsense };
}
