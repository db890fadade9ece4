import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/coach.ts';
import { explain } from '../../src/coach/explain.ts';
import { anyText, knowledge } from './support.ts';

const coach = createCoach(knowledge);
const SETBACK =
  'I failed Step 1 on my first try. My school never taught us for it, and nobody there told us what was on it.';
const STEPS =
  'I did forty questions a day with a partner and kept a log of every miss. I passed on the second try with a 244 on Step 2 CK.';

const of = (text: string, id: string) => {
  const { parts, flags } = coach.explain(text);
  const item = [...parts, ...flags].find((one) => one.id === id);
  if (!item) throw new Error(`no ${id}`);
  return item;
};

describe('an explanation', () => {
  it('of any text says what the review says, in figures that bear it out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { parts, flags } = coach.explain(text);
        const review = coach.review(text);
        expect(parts.map(({ id, verdict }) => [id, verdict])).toEqual(
          review.parts.map(({ part, status }) => [part, status]),
        );
        const raised = flags.filter(({ verdict }) => verdict === 'raised').map(({ id }) => id);
        const found = [...review.faults, ...review.notes].map(({ flag }) => flag);
        expect(new Set(raised)).toEqual(new Set(found));
        for (const { verdict, probability, threshold, count } of flags) {
          const holds =
            count !== null
              ? count.value > count.most
              : probability === null || probability >= (threshold as number);
          if (verdict === 'raised') expect(holds).toBe(true);
        }
        for (const { verdict, probability, threshold } of parts)
          if (verdict === 'present') expect(probability).toBeLessThan(threshold as number);
      }),
      { numRuns: 60 },
    );
  });
  it('of any text is plain data, anchored in it, the strongest first', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const explanation = coach.explain(text);
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
        for (const item of [...explanation.parts, ...explanation.flags])
          for (const signs of [item.for, item.against]) {
            const sure = signs.map(({ probability }) => probability);
            expect(sure).toEqual([...sure].sort((a, b) => b - a));
            for (const { quote, start, end, probability } of signs) {
              expect(text.slice(start, end)).toBe(quote);
              expect(probability >= 0 && probability <= 1).toBe(true);
            }
          }
      }),
      { numRuns: 60 },
    );
  });
  it('shows every quote of a flag among what speaks for it', () => {
    const text = `${SETBACK}\n\n${SETBACK}\n\nMRN 4471902 was the first I wrote down.`;
    const { faults } = coach.review(text);
    expect(faults.map(({ flag }) => flag)).toEqual(
      expect.arrayContaining(['blame', 'patient-identifier']),
    );
    for (const { flag, quote } of faults.filter(({ quote: some }) => some))
      expect(of(text, flag).for.map((sign) => sign.quote)).toContain(quote);
  });
  it('names what speaks against: a step against having taken none, owning against blame', () => {
    const text = `I failed Step 1, and that was my own doing. ${STEPS}`;
    const steps = of(text, 'no-concrete-steps');
    expect(steps.verdict).toBe('not raised');
    expect(steps.against.map(({ quote }) => quote).join(' ')).toContain('forty questions a day');
    expect(of(text, 'blame').against[0]?.does).toBe('owns it');
    expect(of(text, 'growth').for[0]?.probability).toBeGreaterThan(0.5);
  });
  it('counts words and characters against their limits', () => {
    const text = 'I read films. '.repeat(300);
    expect(of(text, 'over-a-page')).toMatchObject({
      verdict: 'raised',
      probability: null,
      count: { value: 900, most: 850, unit: 'words' },
    });
    expect(of(text, 'over-limit')).toMatchObject({
      verdict: 'not raised',
      count: { value: text.trim().length, most: 28_000, unit: 'characters' },
    });
  });
  it('of nothing shows nothing', () => {
    const { parts, flags } = explain(knowledge.reader()('', 'statement'));
    expect([...parts, ...flags].flatMap((item) => [...item.for, ...item.against])).toEqual([]);
    expect(new Set(parts.map(({ verdict }) => verdict))).toEqual(new Set(['missing']));
  });
});
