import { PARTS } from '../../../src/coach/reading/parts.ts';
import type { Kind } from '../../../src/coach/reading/reader.ts';
import type { Case } from '../cases.ts';

/** What is judged of a whole text by the trained models; counts are left to the checks. */
export const JUDGED: Readonly<Record<Kind, readonly string[]>> = {
  statement: [
    ...PARTS.map((part) => `missing:${part}`),
    'blame',
    'overlong-explanation',
    'oversharing',
    'no-concrete-steps',
  ],
  answer: ['blame', 'bitter', 'no-ownership', 'no-pivot', 'no-concrete-steps', 'oversharing'],
};

/** 1 where the label holds, 0 where it does not, 0.5 where readers would disagree. */
export function targetOf({ parts, flags }: Case, label: string): number {
  if (!label.startsWith('missing:')) return Number(flags.includes(label));
  const status = parts[label.slice('missing:'.length)];
  return status === 'missing' ? 1 : status === 'weak' ? 0.5 : 0;
}
