import { expect, it } from 'vitest';
import { pageOf } from './page/page.ts';
import type { Verdict } from './verdict.ts';

const text = 'They <b>never</b> taught me & "so" I failed.';
const verdict: Verdict = {
  id: 'x-1',
  kind: 'statement',
  text,
  asked: '',
  why: '<script>alert(1)</script>',
  judgments: [
    { on: 'blame', label: 'not flagged', coach: 'flagged', wrong: true },
    { on: 'order', label: 'in order', coach: 'in order', wrong: false },
  ],
  marks: [
    { by: 'coach', on: 'blame', start: 0, end: 27 },
    { by: 'label', on: 'oversharing', start: 5, end: text.length },
  ],
};
const rates = { label: 'blame', precision: 0.5, recall: Number.NaN };
const page = pageOf(
  [
    {
      name: 'report',
      about: 'Never tuned on.',
      figures: [
        {
          name: 'statements: flags: blame',
          value: 0.7,
          detail: '',
          of: 9,
          better: 'higher',
          rates,
        },
      ],
      verdicts: [verdict, { ...verdict, id: 'x-2', judgments: [] }],
    },
  ],
  'by rules',
);
const seen = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

it('shows a case with an error to the letter, and both verdicts', () => {
  const [, shown = ''] = /<p class="text">(.*?)<\/p>/s.exec(page) ?? [];
  expect(seen(shown.replace(/<b .*?<\/b>/g, ''))).toBe(text);
  expect(page).toContain('<tr class="wrong"><th>blame</th><td>not flagged</td><td>flagged</td>');
  expect(page).toContain('1 of 2 cases have an error');
});

it('marks where coach and labeller point, also where they overlap', () => {
  expect(page).toContain('<mark class="coach">They </mark>');
  expect(page).toContain('<b class="label">labelled oversharing</b><mark class="coach label">');
});

it('runs nothing and fetches nothing', () => {
  expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|@import/);
});
