import type { Token } from '../text/tokens.ts';

/** What kinds of word there are: a concept and the phrases that belong to it. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

/** A concept found at a token (an index into the tokens that were searched). */
export interface Hit {
  concept: string;
  at: number;
}

/** Finds every concept in a list of tokens. */
export type Matcher = (tokens: readonly Token[]) => Hit[];

type Slot = (form: string) => boolean;
interface Phrase {
  concept: string;
  rest: Slot[];
}

/**
 * Compiles phrases. In a phrase `word*` is any word that starts so, `a|b` either word, `_` any
 * one word; everything else is compared as tokens are written (lower case, `#score` for a score).
 */
export function compileLexicon(lexicon: Lexicon): Matcher {
  const exact = new Map<string, Phrase[]>();
  const prefixed = new Map<string, Array<Phrase & { prefix: string }>>();
  for (const [concept, phrases] of Object.entries(lexicon)) {
    for (const phrase of phrases) {
      const [first = '', ...others] = phrase.toLowerCase().split(/\s+/);
      const entry = { concept, rest: others.map(slot) };
      for (const head of first.split('|')) {
        if (head.endsWith('*')) {
          const prefix = head.slice(0, -1);
          push(prefixed, prefix.slice(0, PREFIX), { ...entry, prefix });
        } else push(exact, head, entry);
      }
    }
  }
  return (tokens) => {
    const hits: Hit[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const { form } = tokens[at] as Token;
      for (const phrase of exact.get(form) ?? NONE) {
        if (follows(tokens, at, phrase.rest)) hits.push({ concept: phrase.concept, at });
      }
      for (const phrase of prefixed.get(form.slice(0, PREFIX)) ?? NONE) {
        if (form.startsWith(phrase.prefix) && follows(tokens, at, phrase.rest)) {
          hits.push({ concept: phrase.concept, at });
        }
      }
    }
    return hits;
  };
}

/** Words of a phrase that end in `*` are found by their first letters; shorter ones are not allowed. */
export const PREFIX = 3;
const NONE: never[] = [];

function slot(pattern: string): Slot {
  if (pattern === '_') return () => true;
  const alternatives = pattern.split('|');
  const prefixes = alternatives.filter((a) => a.endsWith('*')).map((a) => a.slice(0, -1));
  const words = new Set(alternatives.filter((a) => !a.endsWith('*')));
  return (form) => words.has(form) || prefixes.some((prefix) => form.startsWith(prefix));
}

function follows(tokens: readonly Token[], at: number, rest: readonly Slot[]): boolean {
  for (let i = 0; i < rest.length; i++) {
    const token = tokens[at + 1 + i];
    if (!token || !(rest[i] as Slot)(token.form)) return false;
  }
  return true;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
