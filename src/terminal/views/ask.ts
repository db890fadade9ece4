import type { Answer } from '../../coach/ask.ts';
import type { Style } from '../style.ts';

/** An answer with its sources, or a decline, or care. */
export function viewAnswerToQuestion({ kind, answer, passages }: Answer, style: Style): string {
  const body = answer
    .split('\n')
    .map((line) => {
      const item = /^\s*([-*]|\d+\.) +(.*)$/.exec(line);
      if (!item) return style.wrap(markdown(line, style), 2);
      const [, mark = '', text = ''] = item;
      return style.wrap(markdown(text, style), 5 + mark.length, `    ${mark}`);
    })
    .join('\n');
  if (kind !== 'answer') return body;
  const sources = passages.map(({ topic, title, source, season }) => {
    const when = season ? `, season ${season}` : '';
    return style.dim(style.wrap(`${topic} › ${title} (${source.id}: ${source.section}${when})`, 2));
  });
  return `${body}\n\n${style.bold('  From')}\n${sources.join('\n')}`;
}

function markdown(line: string, style: Style): string {
  return line.replace(/\*\*(.+?)\*\*/g, (_, bold: string) => style.bold(bold));
}
