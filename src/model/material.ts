import { randomBytes } from 'node:crypto';
import { UNSEEN } from '../coach/text/unseen.ts';

/** Control characters but for line breaks and tabs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** The model's copy of a text, without what a person could not see in it. */
export function cleaned(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(UNSEEN, '')
    .replace(CONTROL, '');
}

/**
 * Marks each text as material, between tags whose name nobody can guess: what is inside can't
 * close them, and so can't pass itself off as an instruction.
 */
export function marked(material: Readonly<Record<string, string>>): Record<string, string> {
  const secret = randomBytes(4).toString('hex');
  return Object.fromEntries(
    Object.entries(material).map(([name, text]) => [
      name,
      `<${name}-${secret}>\n${cleaned(text)}\n</${name}-${secret}>`,
    ]),
  );
}
