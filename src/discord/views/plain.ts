import { UNSEEN } from '../../coach/text/unseen.ts';

/** Unseen, but part of an emoji or of a word in other scripts. */
const JOINING = /\u200c|\u200d|\ufe0e|\ufe0f/;
/**
 * Whatever Discord could take for formatting, a mention, an emoji, a time, a link or an invite;
 * `\` before it is not shown.
 */
const FORMATTING = /[\\*_~`|<>[\]()@#:/]/g;
/** Bullets and numbers at the start of a line; before a digit `\` itself would be shown. */
const AT_LINE_START = /^(\s*)(\d*)([-+.])(?=\s)/gm;

/** A person's text as plain text: nothing in it is formatted, mentioned, linked or turned around. */
export function plain(text: string): string {
  return text
    .replace(UNSEEN, (mark) => (JOINING.test(mark) ? mark : ''))
    .replace(FORMATTING, '\\$&')
    .replace(AT_LINE_START, '$1$2\\$3');
}

/** A person's own words as a quotation, whatever is in them; of many blank lines one is left. */
export function quotation(text: string): string {
  const lines = plain(text.trim()).split(/\r\n|[\n\r\u2028\u2029]/);
  return lines
    .filter((line, i) => line.trim() || lines[i - 1]?.trim())
    .map((line) => `> ${line}`)
    .join('\n');
}

/** What `quotation` was made of, at the head of a text of ours; undefined where there is none. */
export function unquoted(text: string): string | undefined {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('> '));
  const quoted = lines.slice(0, end < 0 ? undefined : end).map((line) => line.slice(2));
  return quoted.join('\n').replace(/\\([^\p{L}\p{N}\s])/gu, '$1') || undefined;
}
