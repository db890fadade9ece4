/** Markup that is made of constants and of escaped texts alone. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | readonly Html[];

/** A template of markup; whatever is put in is escaped unless it is markup itself. */
export function html(constants: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(
    constants.reduce((all, constant, i) => all + markupOf(parts[i - 1] ?? '') + constant),
  );
}

function markupOf(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('');
  return `${part}`.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
