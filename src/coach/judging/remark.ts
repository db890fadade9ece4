import { createAnchor } from './anchor.ts';
import { onlyAsks } from './tone.ts';

/** The longest question that a model may put to the person, in words and in characters. */
const MOST_WORDS = 34;
const MOST_CHARACTERS = 240;
/** The longest stretch in quotation marks that need not be the person's own. */
const FEW_WORDS = 2;

/** Speaking as the person would be writing for them; the reviewer has no "I". */
const FIRST_PERSON =
  /(?<![\p{L}\p{N}])(?:i|i['’](?:m|d|ve|ll)|my|mine|myself|we|our|ours)(?![\p{L}\p{N}])/iu;
/** Letters, digits and the plain signs of a sentence: no marks of direction, no emoji, no control. */
const WRITTEN = /^[\p{L}\p{M}\p{N} ,.:;?'’‘"“”«»()/%&+–—-]+$/u;
/** Nothing that could be a link, a mention, markup, code or a template. */
const MARKUP = /https?:|www\.|[<>{}[\]|`*_#@\\]|\$\{|\b\w+\.(?:com|net|org|io|gg|edu)\b/iu;

export interface RemarkLimits {
  /** All that the person wrote: its words may be used, and what is quoted must stand in it. */
  theirs: string;
  /** The words that a coach uses: those of `knowledge/`, in lower case. */
  vocabulary: ReadonlySet<string>;
}

/**
 * A model's question, if it is one that may be shown: a single question, short, in no voice but
 * the coach's, of words that the person or `knowledge/` uses, quoting nothing but the person.
 * Otherwise undefined, and the rubric's own question stands.
 */
export function questionFit(
  said: string,
  { theirs, vocabulary }: RemarkLimits,
): string | undefined {
  const question = said.trim().replace(/\s+/gu, ' ');
  const outside = question.replace(/["“”«»][^"“”«»]*["“”«»]/gu, ' ');
  const words = wordsOf(question);
  if (!/^[\p{L}"“‘'][^?]*\?$/u.test(question) || !WRITTEN.test(question)) return undefined;
  if (/[.!;:]\s/u.test(outside)) return undefined;
  if (words.length < 4 || words.length > MOST_WORDS || question.length > MOST_CHARACTERS)
    return undefined;
  if (!onlyAsks(outside) || FIRST_PERSON.test(outside) || MARKUP.test(question)) return undefined;
  if (!quotesOnlyTheirs(question, theirs)) return undefined;
  const own = new Set(wordsOf(theirs));
  return words.every((word) => own.has(word) || knows(vocabulary, word)) ? question : undefined;
}

function quotesOnlyTheirs(question: string, theirs: string): boolean {
  const anchor = createAnchor(theirs);
  const quoted = [...question.matchAll(/["“«]([^"“”«»]+)["”»]/gu)].map(([, inner = '']) => inner);
  const open = question.replace(/["“«][^"“”«»]+["”»]/gu, '');
  if (/["“”«»]/u.test(open)) return false;
  return quoted.every((inner) => wordsOf(inner).length <= FEW_WORDS || anchor(inner));
}

/** Plural and tense make no other word of it. */
function knows(vocabulary: ReadonlySet<string>, word: string): boolean {
  if (/^\d/.test(word)) return false;
  const forms = [
    word,
    word.replace(/'s$/, ''),
    word.replace(/s$/, ''),
    word.replace(/e?d$/, ''),
    word.replace(/ing$/, ''),
    word.replace(/ing$/, 'e'),
    `${word}s`,
    word.replace(/d$/, ''),
  ];
  return forms.some((form) => vocabulary.has(form));
}

export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? []
  );
}
