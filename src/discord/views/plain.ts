/** Marks that turn text around or hide in it: shown as they are, they would change what is read. */
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u{e0000}-\u{e007f}]/gu;
/** Whatever Discord could take for formatting, a mention, an emoji or a link; `\` before it is not shown. */
const FORMATTING = /[\\*_~`|<>[\]()@#]/g;
/** Bullets and numbers at the start of a line; before a digit `\` itself would be shown. */
const AT_LINE_START = /^(\s*)(\d*)([-+.])(?=\s)/gm;

/** A person's or a model's text as plain text: nothing in it is formatted, mentioned or linked. */
export function plain(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(FORMATTING, '\\$&')
    .replace(AT_LINE_START, '$1$2\\$3')
    .replace(/:\/\//g, '\\://');
}

/** A person's own words as a quotation, whatever is in them. */
export function quotation(text: string): string {
  return plain(text.trim())
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${line}`)
    .join('\n');
}
