import * as z from 'zod';
import type { Comparison } from '../coach/compare.ts';
import { count, rounded } from './json.ts';

const status = z.enum(['present', 'weak', 'missing']);

/** `before` and `after` are the places of a flag, the status of a part, or whether the order is the usual one. */
const change = z.object({
  kind: z.enum(['flag', 'note', 'part', 'order']),
  id: z.string(),
  before: z.union([count, status, z.boolean()]),
  after: z.union([count, status, z.boolean()]),
  /** From the newer draft, or from the older where it is gone. */
  quote: z.string(),
});
const setback = z.object({ words: count, share: z.number() });

/** The shape of `review OLD NEW --compare --json`; fields may be added, none changed. */
export const comparisonLine = z.object({
  older: z.string(),
  newer: z.string(),
  fixed: z.array(change),
  new: z.array(change),
  stayed: z.array(change),
  words: z.object({ before: count, after: count }),
  setback: z.object({ before: setback, after: setback }),
  /** Whether one was judged by rules and the other by a model, which can make a difference by itself. */
  unlike: z.boolean(),
});

export function comparisonToLine(
  older: string,
  newer: string,
  { fixed, fresh, stayed, words, setback: { before, after }, unlike }: Comparison,
): z.infer<typeof comparisonLine> {
  const told = ({ words, share }: typeof before) => ({ words, share: rounded(share) });
  return {
    older,
    newer,
    fixed,
    new: fresh,
    stayed,
    words,
    setback: { before: told(before), after: told(after) },
    unlike,
  };
}
