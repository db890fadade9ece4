import { wrapAnsi } from 'fast-wrap-ansi';
import pc from 'picocolors';

/** How text looks in this terminal: colours only where it has them, never wider than 80 columns. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  warn(text: string): string;
  accent(text: string): string;
  /** Wraps at the width, every line indented by so many spaces; `lead` stands in those of the first. */
  wrap(text: string, indent?: number, lead?: string): string;
}

const WIDEST = 80;

export function createStyle(colour: boolean, columns = WIDEST): Style {
  const { bold, dim, green, yellow, cyan } = pc.createColors(colour);
  const width = Math.max(40, Math.min(WIDEST, columns));
  return {
    bold,
    dim,
    good: green,
    warn: yellow,
    accent: cyan,
    wrap: (text, indent = 0, lead = '') =>
      wrapAnsi(text, width - indent, { hard: true, trim: true })
        .split('\n')
        .map((line, i) => (i === 0 ? lead.padEnd(indent) : ' '.repeat(indent)) + line)
        .map((line) => line.trimEnd())
        .join('\n'),
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A person's text as one line that can't steer the terminal: control and direction marks go. */
export function plain(text: string): string {
  return text.replace(CONTROL, '').replace(/\s+/g, ' ').trim();
}

/** A quote, cut at a word's end where it is longer than `most` characters. */
export function quoted(text: string, most = 220): string {
  const line = plain(text);
  if (line.length <= most) return `“${line}”`;
  const cut = line.slice(0, most);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …”`;
}
