import * as z from 'zod';
import type { Check } from '../checks/check.ts';
import { STATEMENT_CHECKS } from '../checks/statement.ts';
import type { Criterion, Finding } from '../finding.ts';
import { type Caller, type Model, SAID_OF_FAILURE, type Task } from '../model.ts';
import { PARTS } from '../reading/parts.ts';
import type { Review, ReviewedPart } from '../review.ts';
import { parseStatement } from '../text/statement.ts';
import { type Anchor, createQuoter } from './anchor.ts';
import { isHostile, mergeFindings, ruleLines } from './findings.ts';
import { overlongIn } from './overlong.ts';
import type { JudgingPorts } from './ports.ts';
import { flagVerdicts, ruleVerdicts } from './verdicts.ts';

const STATUSES = ['present', 'weak', 'missing'] as const;
/** The flags that a model judges; the others are counted, or found by wordings alone. */
export const STATEMENT_FLAGS = [
  'blame',
  'no-concrete-steps',
  'oversharing',
  'generic-opening',
  'reads-like-a-cv',
  'patient-identifier',
  'ir-alone',
  'addresses-reviewer',
] as const;

/** What a model makes of a draft. It has no room for a sentence of the statement. */
const judgment = z.object({
  parts: z.array(
    z.object({
      part: z.enum(PARTS),
      quote: z.string(),
      paragraphs: z.array(z.coerce.number()),
      status: z.enum(STATUSES),
    }),
  ),
  /** The stretches that name, explain, own or mourn the setback: their first and last words. */
  account: z.array(z.object({ from: z.string(), to: z.string() })),
  flags: flagVerdicts(STATEMENT_FLAGS),
  rules: ruleVerdicts,
});
export type StatementJudgment = z.infer<typeof judgment>;

export const judgeStatement: Task<StatementJudgment> = {
  name: 'judge-statement',
  output: judgment,
  material: ['findings', 'draft'],
};

/** What a model may not take away: what it doesn't judge, and what protects a patient or the reader. */
const FIXED = new Set([
  ...STATEMENT_CHECKS.map(({ flag }) => flag).filter(
    (flag) => !STATEMENT_FLAGS.some((judged) => judged === flag),
  ),
  'patient-identifier',
  'addresses-reviewer',
]);
const ABSENT = new Set(['no-concrete-steps']);

/** The draft as the model is shown it: each paragraph with its number. */
export function statementMaterial(text: string, review: Review): Record<string, string> {
  const { paragraphs } = parseStatement(text);
  return {
    draft: paragraphs.map(({ start, end }, i) => `[${i}] ${text.slice(start, end)}`).join('\n\n'),
    findings: ruleLines([...review.faults, ...review.notes], FIXED),
  };
}

export interface StatementMerge {
  text: string;
  review: Review;
  judgment: StatementJudgment;
  checks: readonly Check[];
  criteria: ReadonlyMap<string, Criterion>;
  vocabulary: ReadonlySet<string>;
}

/** The rules' review with the model's judgment in it; undefined where none of its quotes is in the text. */
export function mergeStatement(merge: StatementMerge): Review | undefined {
  const { text, review, judgment, checks, criteria, vocabulary } = merge;
  const anchor = createQuoter(text);
  const quotes = [
    ...judgment.parts,
    ...judgment.flags.flatMap((f) => f.quotes.map((quote) => ({ quote }))),
  ]
    .map(({ quote }) => quote)
    .filter(Boolean);
  if (quotes.length && !quotes.some(anchor)) return undefined;
  const rules = [...review.faults, ...review.notes];
  const merging = {
    text,
    anchor,
    rules,
    verdicts: judgment,
    fixed: FIXED,
    absent: ABSENT,
    criteria,
    order: checks,
    vocabulary,
  };
  const hostile = isHostile(merging);
  const findings = mergeFindings({ ...merging, hostile });
  const others = findings.filter(({ flag }) => flag !== 'overlong-explanation');
  const overlong = overlongIn(text, hostile ? [] : judgment.account, review, criteria);
  const all = overlong ? inOrder([...others, overlong], checks) : others;
  const parts = hostile ? review.parts : review.parts.map((part) => mergePart(part, merge, anchor));
  return {
    ...review,
    parts,
    inOrder: partsInOrder(text, parts),
    faults: all.filter(({ level }) => level === 'fault'),
    notes: all.filter(({ level }) => level === 'note'),
    source: 'model',
  };
}

/** A part is there if its quote is. In a text that talks to its reviewer the rules' reading stands. */
function mergePart(
  part: ReviewedPart,
  { text, judgment }: StatementMerge,
  anchor: Anchor,
): ReviewedPart {
  const said = judgment.parts.find((one) => one.part === part.part);
  if (!said) return part;
  if (said.status === 'missing') {
    return { ...part, status: 'missing', paragraphs: [], quote: '', start: 0, end: 0 };
  }
  const span = anchor(said.quote);
  if (!span) return part;
  const { paragraphs } = parseStatement(text);
  const home = paragraphs.findIndex(({ end }) => span.start < end);
  const named = [...new Set([...said.paragraphs, home])]
    .filter((n) => Number.isInteger(n) && n >= 0 && n < paragraphs.length)
    .sort((a, b) => a - b);
  return {
    part: part.part,
    status: said.status,
    paragraphs: named,
    quote: text.slice(span.start, span.end),
    ...span,
  };
}

/** As for the rules: by where each part begins; within one paragraph by the quotes. */
function partsInOrder(text: string, parts: readonly ReviewedPart[]): boolean {
  const there = parts.filter(({ status }) => status !== 'missing');
  const single = parseStatement(text).paragraphs.length < 2;
  const places = there.map(({ paragraphs, start }) => (single ? start : (paragraphs[0] ?? 0)));
  return places.every((place, i) => i === 0 || place >= (places[i - 1] ?? 0));
}

function inOrder(findings: Finding[], checks: readonly Check[]): Finding[] {
  const rank = (flag: string) => checks.findIndex((check) => check.flag === flag);
  return findings.sort((a, b) => rank(a.flag) - rank(b.flag));
}

/** Reviews a draft with a model: one call, and the rules' review with a notice where it fails. */
export async function judgedReview(
  text: string,
  review: Review,
  ports: JudgingPorts,
  model: Model,
  caller: Caller,
): Promise<Review> {
  if (review.taken !== 'statement') return review;
  const outcome = await model.run(judgeStatement, statementMaterial(text, review), caller);
  if ('failure' in outcome) return { ...review, notice: SAID_OF_FAILURE[outcome.failure] };
  const merged = mergeStatement({
    text,
    review,
    judgment: outcome.value,
    checks: STATEMENT_CHECKS,
    criteria: ports.statementCriteria(),
    vocabulary: ports.vocabulary(),
  });
  return merged ?? { ...review, notice: SAID_OF_FAILURE.nonsense };
}
