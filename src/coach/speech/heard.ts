import type { Failure } from '../model.ts';

/** A stretch of sound in which somebody speaks; seconds from the beginning. */
export interface Stretch {
  start: number;
  end: number;
}

/** A silence in the midst of an answer: when it begins and how long it lasts, in seconds. */
export interface Pause {
  at: number;
  seconds: number;
}

/**
 * What the sound of an answer showed beside its words; plain data, kept with the text while the
 * sound is not. What could not be told is left out.
 */
export interface Heard {
  /** How long the recording is, in seconds. */
  seconds?: number | undefined;
  /** Silences of `LONG_PAUSE` and more, in their order. */
  pauses?: Pause[] | undefined;
}

/** What was said, as it was transcribed, and what its sound showed. */
export interface Said {
  text: string;
  heard: Heard;
}

/** What the person is told where their recording could not be transcribed. */
export const SAID_OF_DEAFNESS: Readonly<Record<Failure, string>> = {
  slow: 'The transcription took too long, so I have not heard that. Say it again in a moment, or type it.',
  down: 'The transcription server could not be reached, so I have not heard that. Say it again in a moment, or type it.',
  busy: 'There is too much to listen to just now, so I have not heard that. Say it again in a moment, or type it.',
  'over-budget':
    'I have listened to as much as I may today, so I have not heard that. Please type it.',
  refused: 'The transcription server could not read that recording. Record it again, or type it.',
  nonsense:
    'I could make out no words in that. Say it again a little closer to the microphone, or type it.',
};

/** A breath takes less, and a listener begins to wonder; in seconds. A convention of this coach. */
export const LONG_PAUSE = 2;

/** Times in which a transcriber and the file may differ, in seconds. */
const SLACK = 1;

/**
 * The long silences between stretches of speech; undefined where the times can't be true: some
 * servers give them in other units, or not in order. Silence before the first word and after the
 * last is the recorder's and not the answer's.
 */
export function pausesIn(stretches: readonly Stretch[], seconds?: number): Pause[] | undefined {
  let last = 0;
  for (const { start, end } of stretches) {
    if (!(start >= last - SLACK && end >= start)) return undefined;
    last = end;
  }
  // All at zero is how some say that they know no times.
  if (last === 0 || (seconds !== undefined && last > seconds + SLACK)) return undefined;
  return stretches.slice(1).flatMap(({ start }, i) => {
    const at = stretches[i]?.end ?? 0;
    return start - at >= LONG_PAUSE ? [{ at: tenths(at), seconds: tenths(start - at) }] : [];
  });
}

/** Nobody hears more exactly. */
export const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;

/** Faster than anybody speaks to be understood, in words a minute: a transcript that was made up. */
const FASTEST = 400;

/** What transcribers write for sounds: "[BLANK_AUDIO]", "(music)", "*coughs*". */
const SOUNDS = /\[[^\][]*\]|\([^()]*\)|\*[^*]*\*/g;

/** Words of a transcript, those that name a sound left out. */
export const wordsIn = (text: string): number =>
  text.replace(SOUNDS, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Whether a transcript can be what was said: it has words, and no more than fit into its time. */
export function isBelievable(text: string, seconds: number | undefined): boolean {
  const words = wordsIn(text);
  // In a second or two, a breath is soon rounded to a word too many.
  return words > 0 && (seconds === undefined || words <= 10 + (seconds / 60) * FASTEST);
}
