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

/** The same by the clock, for an answer that was heard; in seconds. */
const MOST_SECONDS = 120;
const LEAST_SECONDS = 20;

/** By its true length where that is known, and else by the time that its words would take. */
export const isTooLong = (words: number, seconds: number | undefined): boolean =>
  seconds === undefined ? words > MOST_WORDS : seconds > MOST_SECONDS;

/** A long recording of few words is as short of something to hold on to. */
export const isTooShort = (words: number, seconds: number | undefined): boolean =>
  seconds === undefined ? words < LEAST_WORDS : seconds < LEAST_SECONDS || words < LEAST_WORDS / 2;
