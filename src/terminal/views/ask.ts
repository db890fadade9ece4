import type { Answer } from '../../coach/ask.ts';
import type { Style } from '../style.ts';
import { noticeLine } from './common.ts';

/** An answer with its sources, or a decline, or care. */
export function viewAnswerToQuestion(
  { kind, answer, passages, notice }: Answer,
  style: Style,
): string {
  const body = answer
    .split('\n')
    .map((line) => {
      const item = /^\s*([-*]|\d+\.) +(.*)$/.exec(line);
      if (!item) return style.wrap(markdown(line, style), 2);
      const [, mark = '', text = ''] = item;
      return style.wrap(markdown(text, style), 5 + mark.length, `    ${mark}`);
    })
    .join('\n');
  const told = noticeLine({ notice }, style);
  const below = told && `\n\n${told}`;
  if (kind !== 'answer') return body + below;
  const sources = passages.map(({ topic, title, source, season }) => {
    const when = season ? `, season ${season}` : '';
    return style.dim(style.wrap(`${topic} › ${title} (${source.id}: ${source.section}${when})`, 2));
  });
  return `${body}\n\n${style.bold('  From')}\n${sources.join('\n')}${below}`;
}

/** Care, or the line that offers it. */
export const viewCare = (words: string, style: Style): string =>
  viewAnswerToQuestion({ kind: 'crisis', answer: words, passages: [], source: 'rules' }, style);

function markdown(line: string, style: Style): string {
  return line.replace(/\*\*(.+?)\*\*/g, (_, bold: string) => style.bold(bold));
}
