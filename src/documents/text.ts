import { Unusable } from '../unusable.ts';

/** Decodes a plain-text file: UTF-8, UTF-16 with its mark, else Windows-1252. Throws `Unusable`. */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.includes('\0')) {
    throw new Unusable(
      'This file holds bytes that are not text. Save the draft as .txt, .md, .docx or .pdf and try again.',
    );
  }
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // The mark is kept so that offsets count from the start of the file's own text.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

/** What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has control characters. */
const CURLY = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some releases of Node decode Windows-1252 as Latin-1, without the curly quotes. */
function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (c) => CURLY[c.charCodeAt(0) - 0x80] ?? c);
}
