import type { Figure } from '../figures.ts';
import { type Html, html } from './html.ts';

/** Each figure of a half as a bar; where it is an F1, with the precision and recall it is made of. */
export function bars(figures: readonly Figure[]): Html {
  const groupOf = ({ name }: Figure) => name.replace(/, F1$|: [^:,]*$/, '');
  const rated = figures.filter(({ rates }) => rates);
  const groups = [...new Set(rated.map(groupOf))];
  const others = figures.filter(({ rates }) => !rates);
  return html`${groups.map(
    (name) => html`<h3>${name}</h3>
<div class="rates">${rated.filter((one) => groupOf(one) === name).map(rateBars)}</div>`,
  )}
<h3>everything else</h3>
<div class="rates">${others.map(
    ({ name, value, detail, better }) => html`<div class="row"><div class="name">${name} <small>${
      better === 'lower' ? 'the lower the better' : ''
    }</small></div>
<div class="bars">${bar(better === 'lower' ? 'low' : 'f1', value, detail)}</div></div>`,
  )}</div>`;
}

function rateBars({ value, of, rates }: Figure): Html {
  const { label = '', precision = 0, recall = 0 } = rates ?? {};
  return html`<div class="row"><div class="name">${label} <small>${of} ${of === 1 ? 'case' : 'cases'}</small></div>
<div class="bars">${bar('f1', value, 'F1')}${bar('rate', precision, 'precision')}${bar('rate', recall, 'recall')}</div></div>`;
}

function bar(kind: string, value: number, said: string): Html {
  const width = Math.min(100, 100 * value || 0).toFixed(1);
  const figure = Number.isNaN(value) ? '–' : value.toFixed(2);
  return html`<div class="bar ${kind}"><div class="track"><i style="width:${width}%"></i></div><span><b>${figure}</b> ${said}</span></div>
`;
}
