import { expect, it } from 'vitest';
import { parseStatement } from '../../src/coach/text/statement.ts';
import { loadCases } from './cases.ts';
import { loadHeldOut } from './training/held-out.ts';
import { LABELS } from './training/pipeline.ts';
import { JUDGED } from './training/targets.ts';

const KINDS = ['statement', 'answer'] as const;
const kept = loadHeldOut();

it('keeps what was said of nearly all development cases, a row a sentence', () => {
  const cases = KINDS.flatMap((kind) => loadCases('develop', kind)).filter((c) => c.judged);
  const found = cases.flatMap((item) => {
    const judged = kept.reading(item.text, LABELS.length);
    return judged ? [{ item, ...judged }] : [];
  });
  // Cases may be newer than the weights, but not so many that the figures are of another half.
  expect(found.length / cases.length).toBeGreaterThan(0.8);
  for (const { item, rows, whole } of found) {
    expect(rows.length).toBe(parseStatement(item.text).sentences.length);
    expect(whole.length).toBe(JUDGED[item.kind].length);
    expect([...rows.flat(), ...whole].every((p) => p >= 0 && p <= 1)).toBe(true);
  }
});

it('knows nothing of the other halves', () => {
  const others = KINDS.flatMap((kind) => [
    ...loadCases('report', kind),
    ...loadCases('fresh', kind),
    ...loadCases('last', kind),
  ]);
  expect(others.filter(({ text }) => kept.reading(text, LABELS.length))).toEqual([]);
});
