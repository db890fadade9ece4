import { wordsOf } from './remark.ts';

/** A passage as it is cited. */
export interface Cited {
  title: string;
  body: string;
}

/** At least this share of a sentence's words of substance stands in what it cites. */
const SHARE = 0.5;
/** Words shorter than this tell little. */
const LETTERS = 3;
/** Words that carry no claim of their own. */
const LIGHT = new Set(
  `the and for you are not but can all any has had was who how may out one its let too use get got now see say why our
  did she her his him new own off per yet nor that this these those with from have been will would could should must also just only even more most than then they
  them their there your yours into onto over about after before because while when where which what whether does
  doing done make makes made take takes taken give gives given some such each other another both very much many still
  often usually likely rather instead against between through being were here need needs want wants keep keeps know
  means mean help helps says said tell tells show shows look looks good well best better`.split(
    /\s+/,
  ),
);

/** What the whole field is called by; it says nothing that would need a source. */
const OF_THE_FIELD = new Set(['ir', 'dr', 'us', 'usmle', 'eras']);

/**
 * Whether a sentence rests on the passage it cites: each number and each name in it stands there,
 * and so does a good part of its other words. A paraphrase passes; what was made up does not.
 * `vocabulary` holds the words of `knowledge/`, to tell a first word from a name.
 */
export function isSupported(
  sentence: string,
  { title, body }: Cited,
  question: string,
  vocabulary: ReadonlySet<string>,
): boolean {
  const source = `${title}\n${body}`;
  if (/https?:|www\.|[<>{}[\]|`_#@\\]/.test(sentence)) return false;
  const numbers = new Set(numbersOf(source));
  if (numbersOf(sentence).some((number) => !numbers.has(number))) return false;
  const there = new Set(wordsOf(source));
  if (namesIn(sentence, vocabulary).some((name) => !isThere(name, there))) return false;
  const stems = new Set(wordsOf(source).map(stem));
  const asked = new Set(wordsOf(question).map(stem));
  const own = [...new Set(wordsOf(sentence))]
    .filter((word) => word.length >= LETTERS && !LIGHT.has(word))
    .map(stem)
    .filter((word) => stems.has(word) || !asked.has(word));
  if (!own.length) return false;
  return own.filter((word) => stems.has(word)).length / own.length >= SHARE;
}

const NUMBER_WORDS =
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred'.split(
    ' ',
  );
const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 50, 100];

/** Numbers as digits; "one" is left out, as it is mostly a pronoun. */
function numbersOf(text: string): string[] {
  const digits = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const words = wordsOf(text).flatMap((word) => {
    const at = NUMBER_WORDS.indexOf(word);
    return at > 0 ? [String(VALUES[at])] : [];
  });
  return [
    ...digits.map((number) => number.replace(/,(?=\d{3}\b)/g, '').replace(/[.,]$/, '')),
    ...words,
  ];
}

/** Capitalised words, and words of capitals; the first one if it is none of the coach's words. */
function namesIn(sentence: string, vocabulary: ReadonlySet<string>): string[] {
  const words = sentence.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  const begins = (word: string) => wordsOf(word).every((part) => vocabulary.has(part));
  return words.filter(
    (word, i) => /^\p{Lu}/u.test(word) && (i > 0 || /^\p{Lu}{2,}/u.test(word) || !begins(word)),
  );
}

function isThere(name: string, there: ReadonlySet<string>): boolean {
  return wordsOf(name).every(
    (word) =>
      [word, word.replace(/'s$|s$/, ''), `${word}s`].some((form) => there.has(form)) ||
      OF_THE_FIELD.has(word),
  );
}

/** A coarse stem is enough to compare one text with its paraphrase. */
function stem(word: string): string {
  return word
    .replace(/'s$/, '')
    .replace(/(?:ations?|ments?|ings?|ies|ed|es|ly|s)$/, '')
    .slice(0, 6);
}
