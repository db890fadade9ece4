import * as z from 'zod';
import { STATEMENT_CHECKS } from '../checks/statement.ts';
import type { Criterion, Finding } from '../finding.ts';
import { type Caller, type Model, SAID_OF_FAILURE, type Task } from '../model.ts';
import { areInOrder, PARTS } from '../reading/parts.ts';
import type { Review, ReviewedPart } from '../review.ts';
import { parseStatement, type Statement } from '../text/statement.ts';
import { type Anchor, createQuoter } from './anchor.ts';
import { mergeFindings, ruleLines } from './findings.ts';
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
const KIND = { fixed: FIXED, absent: new Set(['no-concrete-steps']), order: STATEMENT_CHECKS };

/** The draft as the model is shown it: each paragraph with its number. */
export function statementMaterial(text: string, review: Review): Record<string, string> {
  return {
    draft: review.paragraphs
      .map(({ start, end }, i) => `[${i}] ${text.slice(start, end)}`)
      .join('\n\n'),
    findings: ruleLines([...review.faults, ...review.notes], FIXED),
  };
}

interface StatementMerge {
  text: string;
  review: Review;
  judgment: StatementJudgment;
  criteria: ReadonlyMap<string, Criterion>;
  vocabulary: ReadonlySet<string>;
}

/** The rules' review with the model's judgment in it; undefined where none of its quotes is in the text. */
function mergeStatement(merge: StatementMerge): Review | undefined {
  const { text, review, judgment, criteria, vocabulary } = merge;
  const anchor = createQuoter(text);
  const quotes = [
    ...judgment.parts,
    ...judgment.flags.flatMap((f) => f.quotes.map((quote) => ({ quote }))),
  ]
    .map(({ quote }) => quote)
    .filter(Boolean);
  if (quotes.length && !quotes.some(anchor)) return undefined;
  const rules = [...review.faults, ...review.notes];
  const { findings, hostile } = mergeFindings({
    ...KIND,
    text,
    anchor,
    rules,
    verdicts: judgment,
    criteria,
    vocabulary,
  });
  const others = findings.filter(({ flag }) => flag !== 'overlong-explanation');
  const statement = parseStatement(text);
  const overlong = overlongIn(statement, hostile ? [] : judgment.account, review, criteria);
  const all = overlong ? inOrder([...others, overlong]) : others;
  const parts = hostile
    ? review.parts
    : review.parts.map((part) => mergePart(part, judgment, statement, anchor));
  return {
    ...review,
    parts,
    inOrder: areInOrder(
      { statement },
      parts.map((part) => ({ ...part, quote: part })),
    ),
    faults: all.filter(({ level }) => level === 'fault'),
    notes: all.filter(({ level }) => level === 'note'),
    source: 'model',
  };
}

/** A part is there if its quote is. In a text that talks to its reviewer the rules' reading stands. */
function mergePart(
  part: ReviewedPart,
  judgment: StatementJudgment,
  { text, paragraphs }: Statement,
  anchor: Anchor,
): ReviewedPart {
  const said = judgment.parts.find((one) => one.part === part.part);
  if (!said) return part;
  if (said.status === 'missing') {
    return { ...part, status: 'missing', paragraphs: [], quote: '', start: 0, end: 0 };
  }
  const span = anchor(said.quote);
  if (!span) return part;
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

function inOrder(findings: Finding[]): Finding[] {
  const rank = (flag: string) => KIND.order.findIndex((check) => check.flag === flag);
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
    criteria: ports.statementCriteria(),
    vocabulary: ports.vocabulary(),
  });
  return merged ?? { ...review, notice: SAID_OF_FAILURE.nonsense };
}
