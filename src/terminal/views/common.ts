import type { Style } from '../style.ts';

/** The title of a passage by its id; undefined where there is none. */
export type TitleOf = (id: string) => { topic: string; title: string } | undefined;

export function heading(text: string, style: Style): string {
  return style.bold(style.wrap(text));
}

/** What to read: each passage once, at most four. */
export function readingList(ids: readonly string[], titleOf: TitleOf, style: Style): string {
  const unique = [...new Set(ids)].filter(Boolean).slice(0, 4);
  if (!unique.length) return '';
  const lines = unique.map((id) => {
    const found = titleOf(id);
    return style.wrap(found ? `${found.topic} › ${found.title}` : id, 2);
  });
  return `${heading('To read', style)} ${style.dim('(ask for it by its name)')}\n${lines.join('\n')}`;
}

/** Why a model that was to help did not; nothing where it did, or where there is none. */
export function noticeLine({ notice }: { notice?: string | undefined }, style: Style): string {
  return notice ? style.dim(style.wrap(notice, 2)) : '';
}
