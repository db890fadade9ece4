/**
 * The aim is one to two minutes at 130 to 150 words a minute (speech-rate convention; the article
 * names the minutes), so an answer runs too long past about 300 words and too short under about 40.
 */
export const WORDS_A_MINUTE = 140;
export const MOST_WORDS = 300;
export const LEAST_WORDS = 40;

/** How long it would take to say so many words, in seconds. */
export function secondsToSay(words: number): number {
  return Math.round((words / WORDS_A_MINUTE) * 60);
}
