import type { Criterion } from '../coach/finding.ts';
import { ANSWER_FLAGS } from '../coach/judging/answer.ts';
import { STATEMENT_FLAGS } from '../coach/judging/statement.ts';
import { PARTS } from '../coach/reading/parts.ts';
import { once } from '../knowledge/once.ts';

/** The parts of `knowledge/` that prompts may have, by slot. */
export type Constants = Readonly<Record<string, () => string>>;

export interface ConstantSources {
  partCriteria(): ReadonlyMap<string, Criterion>;
  statementCriteria(): ReadonlyMap<string, Criterion>;
  answerCriteria(): ReadonlyMap<string, Criterion>;
}

/** What each constant slot is filled with: the rubric as a careful reader would apply it. */
export function createConstants(sources: ConstantSources): Constants {
  return {
    'part-criteria': once(() => listed(sources.partCriteria(), PARTS)),
    'statement-criteria': once(() => listed(sources.statementCriteria(), STATEMENT_FLAGS)),
    'answer-criteria': once(() => listed(sources.answerCriteria(), ANSWER_FLAGS)),
  };
}

export const CONSTANT_SLOTS = ['part-criteria', 'statement-criteria', 'answer-criteria'] as const;

/** What a model judges, in the order in which it is asked for; what it doesn't would only distract. */
function listed(criteria: ReadonlyMap<string, Criterion>, judged: readonly string[]): string {
  return judged
    .flatMap((id) => criteria.get(id) ?? [])
    .map(({ id, label, criterion }) => `### ${id}\n${label}. ${criterion.trim()}`)
    .join('\n\n');
}
