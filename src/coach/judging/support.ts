import {
  claimsIn,
  clausesOf,
  contradicts,
  numbersOf,
  numbersStayWithTheirThings,
} from './claims.ts';
import { wordsOf } from './remark.ts';

/** A passage as it is cited. */
export interface Cited {
  title: string;
  body: string;
}

/** At least this share of a sentence's words of substance stands in what it cites. */
const SHARE = 0.6;
/** A clause of so many such words may not be all its own. */
const A_CLAUSE = 3;
/** At least this share of a clause. */
const CLAUSE_SHARE = 1 / 3;

/** What the whole field is called by; it says nothing that would need a source. */
const OF_THE_FIELD = new Set(['ir', 'dr', 'us', 'usmle', 'eras']);
/** Words that promise more than a passage that doesn't have them. */
const ABSOLUTE =
  /\b(?:always|guarantee\w*|certain(?:ly|ty)?|definite(?:ly)?|everyone|everybody|automatic\w*|impossible|all (?:programs|directors|applicants)|every (?:program|director|applicant)|no (?:program|director|applicant)s?)\b/gi;

/**
 * Whether a sentence rests on the passage it cites: each number and each name in it stands there,
 * said of the same thing; so does a good part of its other words, in each clause; and it neither
 * drops nor adds a "not". A paraphrase passes; what was made up does not. What goes by words can't
 * tell everything: a falsehood made of a passage's own words in a new order may stand, where no
 * number, no denial and no promise is in it. `vocabulary` holds the words of `knowledge/`, to tell
 * a first word from a name.
 */
export function isSupported(
  sentence: string,
  { title, body }: Cited,
  question: string,
  vocabulary: ReadonlySet<string>,
): boolean {
  const source = `${title}\n${body.replaceAll('**', '')}`;
  if (!WRITTEN.test(sentence) || ADDRESS.test(sentence)) return false;
  const numbers = new Set(numbersOf(source));
  if (numbersOf(sentence).some((number) => !numbers.has(number))) return false;
  const there = new Set(wordsOf(source));
  if (namesIn(sentence, vocabulary).some((name) => !isThere(name, there))) return false;
  if (promisesMore(sentence, source)) return false;
  return (
    sharesWords(sentence, source, question) &&
    numbersStayWithTheirThings(sentence, source) &&
    !contradicts(sentence, source)
  );
}

/** Whether a sentence rests on a passage; judged once, however often it is asked for. */
export type Supported = (sentence: string, passage: Cited) => boolean;

/** For all that is composed in answer to one question: what is shown while it grows is asked again and again. */
export function createSupported(question: string, vocabulary: ReadonlySet<string>): Supported {
  const judged = new Map<Cited, Map<string, boolean>>();
  return (sentence, passage) => {
    const ofPassage = judged.get(passage) ?? new Map<string, boolean>();
    judged.set(passage, ofPassage);
    const known = ofPassage.get(sentence) ?? isSupported(sentence, passage, question, vocabulary);
    ofPassage.set(sentence, known);
    return known;
  };
}

/** The signs of a sentence and no others: no markup, no marks of direction, no emoji. */
const WRITTEN = /^[\p{L}\p{M}\p{N}\s.,:;!?'’‘"“”()/%&+$=–—-]+$/u;
const ADDRESS = /https?:|www\.|\b\w+\.(?:com|net|org|io|gg|edu)\b/iu;

function promisesMore(sentence: string, source: string): boolean {
  const said = new Set(
    (source.match(ABSOLUTE) ?? []).map((word) => word.toLowerCase().slice(0, 6)),
  );
  return (sentence.match(ABSOLUTE) ?? []).some((word) => !said.has(word.toLowerCase().slice(0, 6)));
}

/** Words of the question need no source, but they don't make a claim supported either. */
function sharesWords(sentence: string, source: string, question: string): boolean {
  const stems = new Set(claimsIn(source));
  const asked = new Set(claimsIn(question));
  const all = [...new Set(claimsIn(sentence))];
  const found = all.filter((word) => stems.has(word)).length;
  const echoed = all.filter((word) => !stems.has(word) && asked.has(word)).length;
  if (!found || found < (all.length - Math.min(echoed, found)) * SHARE) return false;
  return clausesOf(sentence).every((clause) => {
    const own = [...new Set(claimsIn(clause))].filter(
      (word) => stems.has(word) || !asked.has(word),
    );
    const there = own.filter((word) => stems.has(word)).length;
    return own.length < A_CLAUSE || there / own.length >= CLAUSE_SHARE;
  });
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
