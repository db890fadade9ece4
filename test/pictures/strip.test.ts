import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layAxis } from '../../src/pictures/axis.ts';
import { drawStrip } from '../../src/pictures/strip.ts';
import { svgOf } from '../../src/pictures/svg.ts';
import { anyText } from '../coach/support.ts';
import { anyReview, coach, expectLaidOut, meeting, parts, writtenIn } from './support.ts';

const DRAFT = readFileSync(new URL('../../examples/statement.txt', import.meta.url), 'utf8');
const RUNS = { numRuns: 80 };

describe('the strip of a draft', () => {
  it('has room for everything, whatever the draft', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const picture = drawStrip(review, parts);
        expectLaidOut(picture);
        expect(meeting(picture.shapes.filter(({ type }) => type === 'disc')).filter(apart)).toEqual(
          [],
        );
      }),
      RUNS,
    );
  });
  it('gives each paragraph the width of its words, and each missing part a gap; none overlap', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const axis = layAxis(review, 10, 300);
        const [first] = axis.paragraphs;
        const scale = (first?.width ?? 0) / (review.paragraphs[0]?.words ?? 1);
        axis.paragraphs.forEach(({ width }, i) => {
          expect(width).toBeCloseTo(scale * (review.paragraphs[i]?.words ?? 0), 5);
        });
        const missing = review.parts.filter(({ status }) => status === 'missing');
        expect(axis.gaps.map(({ part }) => part).sort()).toEqual(
          missing.map(({ part }) => part).sort(),
        );
        const cells = [...axis.paragraphs, ...axis.gaps].sort((a, b) => a.x - b.x);
        cells.forEach(({ x, width }, i) => {
          expect(x + width).toBeLessThan(cells[i + 1]?.x ?? 310.001);
        });
        expect(cells[0]?.x).toBe(10);
        const told = axis.stretch(0, review.words);
        expect(told.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(
          scale * review.words,
          5,
        );
      }),
      RUNS,
    );
  });
  it('names every part, every flag and the share of the setback, in the picture and in its alt text', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const picture = drawStrip(review, parts);
        const words = writtenIn(picture);
        const findings = [...review.faults, ...review.notes];
        const labels = [...[...parts.values()], ...findings].map(({ label }) => label);
        for (const label of labels) expect(words).toContain(label);
        if (review.setback.words) expect(words).toMatch(/About the setback: [\d,]+ words?, \d+%/);
        expect(picture.alt.length).toBeLessThanOrEqual(1_024);
        for (const { label } of parts.values()) expect(picture.alt).toContain(`${label}: `);
      }),
      RUNS,
    );
  });
  it('can be drawn of any text, and holds no word of it', () => {
    fc.assert(
      fc.property(anyText, (text) => expectLaidOut(drawStrip(coach.review(text), parts))),
      RUNS,
    );
    const picture = drawStrip(coach.review(DRAFT), parts);
    for (const quote of ['Okafor', 'Essex', 'school changed'])
      expect(JSON.stringify(picture)).not.toContain(quote);
  });
  it('stays as small where the draft has very many paragraphs', () => {
    const many = 'I failed Step 1, and it was mine.\n\nThe sky over my town was blue.\n\n'.repeat(
      600,
    );
    const picture = drawStrip(coach.review(many), parts);
    expectLaidOut(picture);
    expect(picture.shapes.length).toBeLessThan(1_000);
    expect(writtenIn(picture)).toContain('in 1,200 paragraphs');
  });
  it('says of the example what its review says', () => {
    const { alt } = drawStrip(coach.review(DRAFT), parts);
    expect(alt).toMatch(
      /^Your draft as a strip: 375 words in 5 paragraphs\. A case you took part in/,
    );
    expect(alt).toMatch(/What got better, and how: missing;.*To mend: The result is put on others/);
  });
  it('breaks long labels, and escapes them', () => {
    const label = `${'Honorificabilitudinitatibus'.repeat(4)} <b>&`;
    const long = new Map([...parts].map(([id, criterion]) => [id, { ...criterion, label }]));
    const picture = drawStrip(coach.review(DRAFT), long);
    expectLaidOut(picture);
    expect(svgOf(picture)).toContain('&lt;b&gt;&amp;');
    expect(svgOf(picture)).not.toMatch(/<b>|&(?!amp;|lt;|gt;)/);
  });
});

/** A ring is a disc on a disc. */
function apart([a, b]: [{ x: number; y: number }, { x: number; y: number }]): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) > 0 && Math.hypot(a.x - b.x, a.y - b.y) < 18;
}
