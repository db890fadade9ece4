import type { Criterion } from '../coach/finding.ts';
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
    'part-criteria': once(() => listed(sources.partCriteria())),
    'statement-criteria': once(() => listed(sources.statementCriteria())),
    'answer-criteria': once(() => listed(sources.answerCriteria())),
  };
}

export const CONSTANT_SLOTS = ['part-criteria', 'statement-criteria', 'answer-criteria'] as const;

function listed(criteria: ReadonlyMap<string, Criterion>): string {
  return [...criteria.values()]
    .map(({ id, label, criterion }) => `### ${id}\n${label}. ${criterion.trim()}`)
    .join('\n\n');
}
