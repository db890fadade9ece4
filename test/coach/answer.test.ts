import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerReview, reviewAnswer } from '../../src/coach/answer.ts';
import { secondsToSay } from '../../src/coach/checks/answer/lengths.ts';
import { ANSWER_CHECKS } from '../../src/coach/checks/answer.ts';
import { anyText, knowledge } from './support.ts';

const ports = {
  reader: knowledge.reader(),
  criteria: knowledge.answerCriteria(),
  strengths: knowledge.strengths(),
  delivery: knowledge.delivery,
};
const QUESTION = 'Tell me about your Step 1 score.';
const review = (answer: string, question = QUESTION) => reviewAnswer(question, answer, ports);
const flagsOf = ({ findings }: AnswerReview) => findings.map(({ flag }) => flag);
const words = (count: number) => Array.from({ length: count }, () => 'wire').join(' ');

describe('a review of any answer to any question', () => {
  it('quotes to the letter, and has an exercise and a question for every fault', () => {
    fc.assert(
      fc.property(anyText, anyText, (question, answer) => {
        const { findings, worked } = review(answer, question);
        for (const finding of findings) {
          expect(finding.quote).toBe(answer.slice(finding.start, finding.end));
          expect(finding.drill).toBeTruthy();
          expect(finding.question).toMatch(/\?$/);
          expect(knowledge.passages().has(finding.reading)).toBe(true);
        }
        if (!worked) return;
        expect(worked.quote).not.toBe('');
        expect(answer).toContain(worked.quote);
        expect(Object.values(ports.strengths)).toContain(worked.does);
        expect(worked.weight).toBeGreaterThan(0.5);
        expect(worked.weight).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('gives equal results twice, and findings in the order of the registry', () => {
    fc.assert(
      fc.property(anyText, (answer) => {
        const once = review(answer);
        expect(review(answer)).toEqual(once);
        const order = ANSWER_CHECKS.map(({ flag }) => flag);
        const places = flagsOf(once).map((flag) => order.indexOf(flag));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
  it('is never both too long and too short', () => {
    fc.assert(
      fc.property(anyText, (answer) => {
        const found = review(answer);
        const flags = flagsOf(found);
        expect(flags.includes('too-short')).toBe(found.words < 40);
        expect(flags.includes('too-long')).toBe(found.words > 300);
        expect(found.seconds).toBe(secondsToSay(found.words));
      }),
    );
  });
});

describe('counts', () => {
  it.each([
    [0, true, false],
    [39, true, false],
    [40, false, false],
    [300, false, false],
    [301, false, true],
  ])('%i words are too short: %s, too long: %s', (count, short, long) => {
    const found = review(words(count));
    expect(found.words).toBe(count);
    expect(flagsOf(found).includes('too-short')).toBe(short);
    expect(flagsOf(found).includes('too-long')).toBe(long);
  });
  it.each([
    [0, 0],
    [1, 0],
    [70, 30],
    [140, 60],
    [143, 61],
    [300, 129],
    [1400, 600],
  ])('%i words take %i seconds to say', (count, seconds) => {
    expect(secondsToSay(count)).toBe(seconds);
    expect(review(words(count)).seconds).toBe(seconds);
  });
  it('go by words and not by sentences or paragraphs', () => {
    const text = Array.from({ length: 20 }, () => 'Wire wire.').join('\n\n');
    expect(review(text).words).toBe(40);
    expect(flagsOf(review(text))).not.toContain('too-short');
  });
});

describe('what is absent', () => {
  it('has no quote and no place', () => {
    const absent = review('').findings.filter(({ quote }) => quote === '');
    expect(absent.map(({ flag }) => flag)).toContain('too-short');
    for (const { start, end } of absent) expect([start, end]).toEqual([0, 0]);
  });
  it('is named where the rubric has no words for it', () => {
    const criteria = new Map([...ports.criteria].filter(([id]) => id !== 'too-short'));
    expect(() => reviewAnswer(QUESTION, 'One.', { ...ports, criteria })).toThrow(/too-short/);
  });
});
