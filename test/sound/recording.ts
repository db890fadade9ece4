import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A made-up answer as a real Ogg Opus file, 26.08 s, with five fillers and a silence of 2.9 s. It
 * was made by hand with Debian's espeak-ng 1.51 and opus-tools 0.2 from the words below, which stood
 * in `say.ssml` with `<break time="3s"/>` after "nothing.":
 *
 *   espeak-ng -m -v en-us -s 150 -f say.ssml -w say.wav
 *   opusenc --bitrate 10 --framesize 60 --speech say.wav answer.ogg
 */
export const RECORDING = fileURLToPath(new URL('../../examples/answer.ogg', import.meta.url));
export const recording = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(RECORDING));

/** Its length by `opusinfo`, in seconds. */
export const SECONDS = 26.078;

const BEFORE =
  'It was, um, a two oh four, and that was my own doing. I, like, reread one book and, you know, tested nothing.';
const AFTER =
  'Since then I do eighty questions a day, with every miss logged, and, uh, Step Two CK was a 246. I mean, it was slow work, but it held on the wards as well, and my attending saw it.';
export const SAID = `${BEFORE} ${AFTER}`;

/** Words one after the other over a stretch of time, as a transcriber times them. */
export function timed(text: string, from: number, to: number) {
  const words = text.split(' ');
  const each = (to - from) / words.length;
  return words.map((word, i) => ({ word, start: from + i * each, end: from + (i + 1) * each }));
}

/** The silence is where the recording has it. */
export const WORDS = [...timed(BEFORE, 0.1, 8.8), ...timed(AFTER, 11.7, 25.7)];

/** What a server answers that knows all of the interface. */
export const VERBOSE = {
  task: 'transcribe',
  language: 'english',
  duration: 26.08,
  text: SAID,
  words: WORDS,
  segments: [
    { id: 0, start: 0, end: 8.9, text: BEFORE, no_speech_prob: 0.01 },
    { id: 1, start: 8.9, end: 26, text: AFTER, no_speech_prob: 0.02 },
  ],
};
