import type { Verdict } from '../verdict.ts';
import { type Html, html } from './html.ts';
import { marked } from './marked.ts';

/** So many are opened at once. */
const OPEN = 3;

/** Every case with an error, the worst first, with its text and both verdicts. */
export function worstCases(verdicts: readonly Verdict[]): Html {
  const wrong = verdicts
    .filter((verdict) => errors(verdict) > 0)
    .sort((a, b) => errors(b) - errors(a));
  return html`<p>${wrong.length} of ${verdicts.length} cases have an error. In the texts, <mark class="coach">what the coach quotes</mark> and <mark class="label">what the labeller points at</mark>, where the case says so.</p>
${wrong.map((verdict, i) => caseOf(verdict, i < OPEN))}`;
}

const errors = ({ judgments }: Verdict) => judgments.filter(({ wrong }) => wrong).length;

function caseOf(verdict: Verdict, open: boolean): Html {
  const { id, kind, text, asked, why, judgments, marks } = verdict;
  const wrong = judgments.filter((one) => one.wrong).map(({ on }) => on);
  const shown = judgments.filter(
    ({ wrong, label, coach }) => wrong || label !== 'not flagged' || coach !== 'not flagged',
  );
  return html`<details${open ? html` open` : ''}><summary>${kind} <b>${id}</b> <small>${wrong.join(', ')}</small></summary>
${asked ? html`<p class="asked">${asked}</p>` : ''}
<table class="verdicts"><tr><th></th><th>label</th><th>coach</th></tr>
${shown.map(
  ({ on, label, coach, wrong }) =>
    html`<tr class="${wrong ? 'wrong' : ''}"><th>${on}</th><td>${label}</td><td>${coach}</td></tr>
`,
)}</table>
${why ? html`<p class="why">${why}</p>` : ''}
${marked(text, marks)}</details>
`;
}
