import { Unusable } from '../unusable.ts';

export type Format = 'text' | 'docx' | 'pdf';

const ASK = 'Save the draft as .txt, .md, .docx or .pdf and try again.';

/** First bytes of what people upload by mistake, with the word to call it by. */
const MISTAKEN: ReadonlyArray<readonly [string, string]> = [
  ['89504e47', 'a picture (PNG)'],
  ['ffd8ff', 'a picture (JPEG)'],
  ['47494638', 'a picture (GIF)'],
  ['d0cf11e0', 'an old Word file (.doc) or a password-protected one'],
  ['7b5c727466', 'a rich-text file (.rtf)'],
  ['1f8b', 'a compressed archive'],
  ['377abcaf271c', 'a compressed archive'],
  ['52617221', 'a compressed archive'],
  ['4f676753', 'a sound file'],
  ['494433', 'a sound file'],
  ['7f454c46', 'a program'],
  ['4d5a', 'a program'],
];

/** Tells a file by its content, not by its name. Throws `Unusable` for what is no document. */
export function formatOf(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.subarray(0, 1024));
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.subarray(0, 4).toString('hex') === '504b0304') return 'docx';
  const hex = head.subarray(0, 8).toString('hex');
  const mistaken = MISTAKEN.find(([magic]) => hex.startsWith(magic));
  if (mistaken && !isPlain(head)) throw new Unusable(`This is ${mistaken[1]}, not a text. ${ASK}`);
  if (/^\s*<(?:!doctype html|html)\b/i.test(head.toString('utf8').replace(/^\ufeff/, '')))
    throw new Unusable(`This is a web page (HTML), not a text. ${ASK}`);
  return 'text';
}

/** "MZ" or "ID3" may also begin an ordinary sentence; a binary file has control bytes soon after. */
function isPlain(head: Buffer): boolean {
  return !head.toString('latin1').startsWith('{\\rtf') && !head.some((byte) => byte < 9);
}
