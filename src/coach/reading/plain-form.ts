/** Letters of other scripts that look like Latin ones, in pairs. */
const LOOKALIKES =
  'аaеeоoрpсcуyхxіiѕsјjԁdһhкkмmтtвbнnАAЕEОOРPСCУYХXІIЅSКKМMТTВBНHοoαaεeιiκkνvρpτtυuχxΑAΕEΙIΟO';
const LATIN = new Map<string, string>();
for (let i = 0; i < LOOKALIKES.length; i += 2)
  LATIN.set(LOOKALIKES[i] ?? '', LOOKALIKES[i + 1] ?? '');

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

const TAGS = /[\u{E0000}-\u{E007F}]+/gu;
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;
const BASE64 = /(?<![\w+/=])[A-Za-z0-9+/]{20,}={0,2}(?![\w+/=])/g;

export interface PlainForm {
  text: string;
  /** What was hidden in it: spelled in tag characters, or encoded. */
  hidden: string[];
  /** Whether something is there that nobody sees. */
  unseen: boolean;
}

/** A sentence without its disguises: lookalikes, letters spaced out, digits for letters, encodings. */
export function plainForm(sentence: string): PlainForm {
  const hidden: string[] = [];
  const tags = (sentence.match(TAGS) ?? []).map((run) =>
    [...run].map((c) => String.fromCharCode((c.codePointAt(0) ?? 0) - 0xe0000)).join(''),
  );
  // Emoji flags of regions are spelled in tags as well, in a few letters.
  hidden.push(...tags.filter((tag) => tag.replace(/[^\p{L}]/gu, '').length > 7));
  const seen = sentence.replace(TAGS, '').replace(UNSEEN, '').normalize('NFKC');
  for (const [run] of seen.matchAll(BASE64)) hidden.push(decoded(run));
  const latin = /[A-Za-z]/.test(seen) ? [...seen].map((c) => LATIN.get(c) ?? c).join('') : seen;
  const text = latin
    .replaceAll('’', "'")
    .replace(/\b(?:\p{L}[ .·_*-]){4,}\p{L}\b/gu, (run) => run.replace(/[ .·_*-]/g, ''))
    .replace(/[\p{L}@$!\d]*\p{L}[@$!\d]+\p{L}[\p{L}@$!\d]*|\b\d\p{Ll}{4,}\b/gu, (word) =>
      /^\p{L}+-?\d+$/u.test(word) ? word : word.replace(/[013457@$!]/g, (c) => LEET[c] ?? c),
    );
  if (/\bsnoitcurtsni|tpmorp\b/i.test(text)) hidden.push([...text].reverse().join(''));
  return { text, hidden: hidden.filter(Boolean), unseen: tags.length > 0 };
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
