import type { Mark } from '../verdict.ts';
import { type Html, html } from './html.ts';

/**
 * A case's text with what the coach quotes and what its labeller points at. Marks overlap, so the
 * text is cut wherever one begins or ends; each is named where it begins.
 */
export function marked(text: string, marks: readonly Mark[]): Html {
  const ends = marks.flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...ends, text.length])].sort((a, b) => a - b);
  return html`<p class="text">${cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? text.length;
    const over = marks.filter(({ start, end }) => start < to && end > from);
    const names = over
      .filter(({ start }) => start === from)
      .map(({ by, on }) => html`<b class="${by}">${by === 'coach' ? on : `labelled ${on}`}</b>`);
    const kinds = [...new Set(over.map(({ by }) => by))].join(' ');
    const piece = text.slice(from, to);
    return kinds ? html`${names}<mark class="${kinds}">${piece}</mark>` : html`${piece}`;
  })}</p>`;
}
