import { UNSEEN } from '../text/unseen.ts';

/** Letters of other scripts that look like Latin ones, in pairs. */
const LOOKALIKES =
  'аaеeоoрpсcуyхxіiѕsјjԁdһhкkмmтtвbнnАAЕEОOРPСCУYХXІIЅSКKМMТTВBНHοoαaεeιiκkνvρpτtυuχxΑAΕEΙIΟO';
const LATIN = new Map<string, string>();
for (let i = 0; i < LOOKALIKES.length; i += 2)
  LATIN.set(LOOKALIKES[i] ?? '', LOOKALIKES[i + 1] ?? '');
const LOOKALIKE = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'g');

/** Digits and signs that stand for letters within words. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Tag characters, and the variation selectors in which bytes are spelled. */
const SPELLED = /[\u{E0000}-\u{E007F}]+|[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]{2,}/gu;
const BASE64 = /(?<![\w+/=])[A-Za-z0-9+/]{20,}={0,2}(?![\w+/=])/g;
const HEX = /(?<!\w)(?:[2-7][0-9a-f]){10,}(?!\w)/gi;
/** What an order is made of, written backwards or with its letters moved by thirteen. */
const BACKWARDS = /snoitcurtsni|tpmorp|erongi|sgalf on/i;
const ROTATED = /vafgehpgvba|cebzcg|vtaber|ab syntf/i;

export interface PlainForm {
  text: string;
  /** What was hidden in it: spelled in characters that nobody sees, or encoded. */
  hidden: string[];
  /** Whether something is spelled in it that nobody sees. */
  unseen: boolean;
}

/** A sentence without its disguises: lookalikes, letters spaced out, digits for letters, encodings. */
export function plainForm(sentence: string): PlainForm {
  // Emoji flags of regions are spelled in tags as well, in a few letters.
  const spelled = (sentence.match(SPELLED) ?? [])
    .map(unspelled)
    .filter((text) => text.replace(/[^\p{L}]/gu, '').length > 7);
  const seen = sentence.replace(UNSEEN, '').normalize('NFKC');
  const hidden = [
    ...spelled,
    ...(seen.match(BASE64) ?? []).map(decoded),
    ...(seen.match(HEX) ?? []).map((run) =>
      run.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))),
    ),
  ];
  const latin = /[A-Za-z]/.test(seen)
    ? seen.replace(LOOKALIKE, (letter) => LATIN.get(letter) ?? letter)
    : seen;
  const joined = latin
    .replaceAll('’', "'")
    .replace(/(?<![\p{L}])\p{L}(?:[ .·_*-]\p{L}){4,200}(?!\p{L})/gu, (run) =>
      run.replace(/[ .·_*-]/g, ''),
    );
  const text = LEETED.test(joined) ? joined.replace(/[\p{L}\d@$!]+/gu, unleeted) : joined;
  if (BACKWARDS.test(text)) hidden.push([...text].reverse().join(''));
  if (ROTATED.test(text)) hidden.push(text.replace(/[a-z]/gi, rotated));
  return { text, hidden: hidden.filter(Boolean), unseen: spelled.length > 0 };
}

/** Without this no word has a digit or sign for a letter; most sentences have none. */
const LEETED = /\d|[@$!]\p{L}/u;

/** A word with letters for its digits, if it has both and letters on either side of one. */
function unleeted(word: string): string {
  if (!LEETED.test(word) || !/\p{L}/u.test(word)) return word;
  const inside = /\p{L}[\d@$!]+\p{L}/u.test(word) || /^\d\p{Ll}{4}/u.test(word);
  return inside ? word.replace(/[013457@$!](?!$)/g, (c) => LEET[c] ?? c) : word;
}

const rotated = (letter: string) => {
  const base = letter < 'a' ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
};

function unspelled(run: string): string {
  const byte = (c: string) => {
    const code = c.codePointAt(0) ?? 0;
    if (code >= 0xe0100) return code - 0xe0100 + 16;
    return code >= 0xe0000 ? code - 0xe0000 : code - 0xfe00;
  };
  return [...run].map((c) => String.fromCharCode(byte(c))).join('');
}

/** What a run of base64 says, if it says something in letters. */
function decoded(run: string): string {
  try {
    const text = atob(run.length % 4 === 1 ? run.slice(0, -1) : run);
    return /^[\s -~]{10,}$/.test(text) ? text : '';
  } catch {
    return '';
  }
}
