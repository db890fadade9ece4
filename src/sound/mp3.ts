/** Kilobits a second by the index of a frame's header, of MPEG 1 and of MPEG 2 and 2.5; layer III. */
const BITRATES = {
  1: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
/** Samples a second of MPEG 1 by the index of a frame's header; MPEG 2 has half of it, 2.5 a quarter. */
const RATES = [44_100, 48_000, 32_000];
/** An ID3 tag's header, and an older tag's at the very end; in bytes. */
const TAG = 10;
const LAST_TAG = 128;

/**
 * The length of an MP3 in seconds, by counting its frames: nothing in its head can be relied on.
 * Undefined where what lies between them is no sound, so that the count would be too short.
 */
export function secondsOfMp3(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let seconds = 0;
  for (let at = tagged(file); at + 4 <= file.length; ) {
    const frame = frameAt(file.readUInt32BE(at));
    if (!frame) return isLastTag(file, at) && seconds ? seconds : undefined;
    seconds += frame.seconds;
    at += frame.bytes;
  }
  return seconds || undefined;
}

/** Where the sound begins. A tag's size has seven bits a byte. */
function tagged(file: Buffer): number {
  if (file.length < TAG || file.toString('latin1', 0, 3) !== 'ID3') return 0;
  return file.subarray(6, TAG).reduce((size, byte) => size * 128 + (byte & 0x7f), 0) + TAG;
}

function frameAt(header: number): { seconds: number; bytes: number } | undefined {
  const bits = (from: number, count: number) => (header >>> from) & (2 ** count - 1);
  const version = [2.5, undefined, 2, 1][bits(19, 2)];
  const rate = RATES[bits(10, 2)];
  if (bits(21, 11) !== 0x7ff || bits(17, 2) !== 1 || !version || !rate) return undefined;
  const bitrate = BITRATES[version === 1 ? 1 : 2][bits(12, 4) - 1];
  if (!bitrate) return undefined;
  const samples = version === 1 ? 1152 : 576;
  const perSecond = rate / (version === 1 ? 1 : version === 2 ? 2 : 4);
  const bytes = Math.floor((samples / 8) * ((bitrate * 1000) / perSecond)) + bits(9, 1);
  return { seconds: samples / perSecond, bytes };
}

const isLastTag = (file: Buffer, at: number) =>
  ['APE', 'TAG'].includes(file.toString('latin1', at, at + 3)) || file.length - at < LAST_TAG;
