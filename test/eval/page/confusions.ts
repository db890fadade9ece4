import type { Judgment, Verdict } from '../verdict.ts';
import { type Html, html } from './html.ts';

/** How often the coach says what, for each thing that a label says. */
export function confusions(verdicts: readonly Verdict[]): Html {
  const of = (...kinds: string[]) =>
    verdicts.filter(({ kind }) => kinds.includes(kind)).flatMap(({ judgments }) => judgments);
  const each = (name: string, judgments: readonly Judgment[]) =>
    [...new Set(judgments.map(({ on }) => on))].map((on) =>
      matrix(
        `${name}: ${on}`,
        judgments.filter((one) => one.on === on),
      ),
    );
  return html`<p>Rows are what the labeller says, columns what the coach says. Numbers are cases; those that are wrong are outlined.</p>
<div class="matrices">${each('statements', of('statement'))}${each('answers', of('answer'))}${each('questions', of('question'))}${each('messages', of('message'))}</div>`;
}

function matrix(name: string, judgments: readonly Judgment[]): Html {
  const seen = (side: 'label' | 'coach') =>
    [...new Set(judgments.map((one) => one[side]))].sort((a, b) => rank(a) - rank(b));
  const [labels, said] = [seen('label'), seen('coach')];
  return html`<table class="matrix"><caption>${name}</caption>
<tr><td></td>${said.map((word) => html`<th>${word}</th>`)}</tr>
${labels.map((label) => {
  const row = judgments.filter((one) => one.label === label);
  return html`<tr><th>${label}</th>${said.map((word) => {
    const here = row.filter(({ coach }) => coach === word);
    const share = Math.round((55 * here.length) / row.length);
    const wrong = here.some((one) => one.wrong) ? 'wrong' : '';
    return html`<td class="${wrong}" style="--share:${share}%">${here.length}</td>`;
  })}</tr>
`;
})}</table>
`;
}

/** From what is there to what is not, so that what is right lies on the diagonal. */
const ORDER = ['present', 'weak', 'missing', 'flagged', 'not flagged', 'in order', 'out of order'];
ORDER.push('answered', 'answered without the facts', 'declined');
ORDER.push('met with care', 'care', 'a line that offers help', 'no care');
const rank = (word: string) => ORDER.indexOf(word);
