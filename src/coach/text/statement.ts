import { paragraphs } from './paragraphs.ts';
import { sentences } from './sentences.ts';
import type { Span } from './span.ts';
import { countWords, type Token, tokens } from './tokens.ts';

/** One sentence, with the paragraph it stands in (zero-based) and its tokens. */
export interface Sentence extends Span {
  paragraph: number;
  words: number;
  tokens: Token[];
}

/** A draft or an answer: the text to the letter, and where its paragraphs and sentences lie in it. */
export interface Statement {
  text: string;
  paragraphs: Span[];
  sentences: Sentence[];
  words: number;
}

/** Reads any string; an empty one has no paragraphs. The text itself is never altered. */
export function parseStatement(text: string): Statement {
  const blocks = paragraphs(text);
  const all = blocks.flatMap((block, paragraph) =>
    sentences(text, block).map((span) => ({
      ...span,
      paragraph,
      words: countWords(text.slice(span.start, span.end)),
      tokens: tokens(text, span),
    })),
  );
  return {
    text,
    paragraphs: blocks,
    sentences: all,
    words: all.reduce((sum, { words }) => sum + words, 0),
  };
}

/** The characters of a span, to the letter. */
export function quoteOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
