import { countWords } from '../../src/coach/text/tokens.ts';
import { loadCases } from '../eval/cases.ts';

const PARAGRAPHS = loadCases('develop', 'statement')
  .filter(({ judged }) => judged)
  .flatMap(({ text }) => text.split(/\n\s*\n/))
  .map((text) => ({ text, words: countWords(text) }));

/** A draft of so many words, from paragraphs of development cases; another for each number. */
export function draftOf(words: number, number: number): string {
  const from = (number * 97) % PARAGRAPHS.length;
  const chosen: string[] = [];
  for (let i = 0, sum = 0; sum < words; i++) {
    const paragraph = PARAGRAPHS[(from + i) % PARAGRAPHS.length];
    if (!paragraph) break;
    sum += paragraph.words;
    chosen.push(paragraph.text);
  }
  const text = chosen.join('\n\n');
  let left = words;
  for (const { index, 0: run } of text.matchAll(/\S+/g))
    if (countWords(run) && --left === 0) return text.slice(0, index + run.length);
  return text;
}
