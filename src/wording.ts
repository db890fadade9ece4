/** How every front door puts figures into words. */

/** A number with its noun. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}

/** Paragraphs as people count them, runs in short: "paragraphs 1-3, 5"; '' where there are none. */
export function inParagraphs(paragraphs: readonly number[]): string {
  const runs: Array<[number, number]> = [];
  for (const paragraph of paragraphs) {
    const last = runs.at(-1);
    if (last && paragraph === last[1] + 1) last[1] = paragraph;
    else runs.push([paragraph, paragraph]);
  }
  const numbers = runs.map(([from, to]) => (from === to ? from + 1 : `${from + 1}-${to + 1}`));
  return numbers.length ? `paragraph${paragraphs.length > 1 ? 's' : ''} ${numbers.join(', ')}` : '';
}

/** A time to say something, as people say it. */
export function minutes(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** To who answered with filler, a key-mash or in another language. */
export const UNSCORED =
  'I can’t judge that one, so it doesn’t count. Say it in a few English sentences, as you would aloud.';

/** What is said of an answer without a fault; one that is over in half a minute needs no cut. */
export function nothingToChange(seconds: number): string {
  const next =
    seconds < 60
      ? 'There is time for one more fact, if it is one that you like to be asked about.'
      : 'Say it once more aloud, shorter by one sentence.';
  return `Nothing I would change. ${next}`;
}
