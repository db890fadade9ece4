/** What has no place in XML, or no use there: control characters, halves of pairs, and two that are no characters. */
const UNFIT = /(?![\t\n\r])\p{Cc}|[\p{Surrogate}\ufffe\uffff]/gu;

export function fitForXml(text: string): string {
  return text.replace(UNFIT, '');
}

/**
 * A text without its white space and control characters. It is how a quote is found in a Word file: where paragraphs, cells,
 * lines and tabs end is told there in other ways, and all else is the same.
 */
export function lettersOf(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, '');
}

/** A comment with its quote as it is looked for: its letters, and how many come before it. */
export interface Placed {
  letters: string;
  before: number;
  quote: string;
  lines: string[];
}
