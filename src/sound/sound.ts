import type { Limit } from '../bytes.ts';
import { Unusable } from '../unusable.ts';
import { MAX_SOUND_BYTES, MAX_SOUND_SECONDS } from './limits.ts';
import { secondsOfMp3 } from './mp3.ts';
import { secondsOfMp4 } from './mp4.ts';
import { secondsOfOgg } from './ogg.ts';
import { secondsOfWav } from './wav.ts';

/** A recording in memory, which is all the places where it ever is. */
export interface Sound {
  bytes: Uint8Array;
  /** Named for its kind and not as the person called it. */
  name: string;
  type: string;
  /** Its true length, where its own bytes tell. */
  seconds: number | undefined;
}

interface Format {
  ending: string;
  type: string;
  is(head: Buffer): boolean;
  seconds?(bytes: Uint8Array): number | undefined;
}

const says = (head: Buffer, at: number, text: string) =>
  head.toString('latin1', at, at + text.length) === text;

/** What every transcription server takes. */
const FORMATS: readonly Format[] = [
  {
    ending: 'ogg',
    type: 'audio/ogg',
    is: (head) => says(head, 0, 'OggS'),
    seconds: secondsOfOgg,
  },
  {
    ending: 'wav',
    type: 'audio/wav',
    is: (head) => says(head, 0, 'RIFF') && says(head, 8, 'WAVE'),
    seconds: secondsOfWav,
  },
  {
    ending: 'm4a',
    type: 'audio/mp4',
    is: (head) => says(head, 4, 'ftyp'),
    seconds: secondsOfMp4,
  },
  {
    ending: 'mp3',
    type: 'audio/mpeg',
    is: (head) => says(head, 0, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2),
    seconds: secondsOfMp3,
  },
  {
    ending: 'webm',
    type: 'audio/webm',
    is: (head) => head.subarray(0, 4).toString('hex') === '1a45dfa3',
  },
];

/** Tells a recording by its content, not by its name. Throws `Unusable` for what can't be listened to. */
export function soundOf(bytes: Uint8Array): Sound {
  if (bytes.length > MAX_SOUND_BYTES) tooLarge();
  const head = Buffer.from(bytes.subarray(0, 16));
  const format = FORMATS.find(({ is }) => is(head));
  if (!format)
    throw new Unusable(
      'This is no recording that I can listen to. Record it as .ogg, .mp3, .m4a or .wav and try again.',
    );
  const seconds = format.seconds?.(bytes);
  if (seconds !== undefined && seconds > MAX_SOUND_SECONDS)
    throw new Unusable(
      `This recording is over ${MAX_SOUND_SECONDS / 60} minutes long; an answer takes one to two. Send that part alone.`,
    );
  return { bytes, name: `answer.${format.ending}`, type: format.type, seconds };
}

/** What is taken of any recording. */
export const SOUND_LIMIT = { bytes: MAX_SOUND_BYTES, tooLarge } satisfies Limit;

function tooLarge(): never {
  throw new Unusable(
    `This recording is over ${MAX_SOUND_BYTES / 1024 / 1024} MB, far more than an answer needs. Send a shorter one, or an .ogg or .mp3.`,
  );
}
