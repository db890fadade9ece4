import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundOf } from '../../src/sound/sound.ts';
import { Unusable } from '../../src/unusable.ts';
import { recording, SECONDS } from './recording.ts';

/** A WAV of so many bytes of sound at 16,000 bytes a second, which may claim another size. */
function wav(size: number, claimed = size): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + size, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(16_000, 28);
  head.write('data', 36);
  head.writeUInt32LE(claimed, 40);
  return Buffer.concat([head, Buffer.alloc(size)]);
}

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length, 0);
  head.write(name, 4);
  return Buffer.concat([head, content]);
}

/** An M4A of so many seconds, as far as its header goes. */
function m4a(seconds: number, { long = false } = {}): Buffer {
  const header = Buffer.alloc(long ? 112 : 100);
  header.writeUInt8(long ? 1 : 0, 0);
  header.writeUInt32BE(600, long ? 20 : 12);
  if (long) header.writeBigUInt64BE(BigInt(seconds * 600), 24);
  else header.writeUInt32BE(seconds * 600, 16);
  const movie = box('moov', box('mvhd', header));
  return Buffer.concat([box('ftyp', Buffer.from('M4A ')), box('mdat', Buffer.alloc(99)), movie]);
}

/** Frames of silence with the same header each, of so many bytes. */
function mp3(header: number, bytes: number, frames: number, { tags = false } = {}): Buffer {
  const frame = Buffer.alloc(bytes);
  frame.writeUInt32BE(header, 0);
  const sound = Buffer.concat(Array(frames).fill(frame));
  if (!tags) return sound;
  const first = Buffer.concat([Buffer.from('ID3\u0004\0\0\0\0\u0001\u0002'), Buffer.alloc(130)]);
  return Buffer.concat([first, sound, Buffer.alloc(128, 'TAG')]);
}
const MP3 = mp3(0xfffb9064, 417, 4);

const secondsOf = (bytes: Uint8Array) => soundOf(bytes).seconds;

describe('the length of a recording', () => {
  it('is that of the Ogg Opus file, to the millisecond', () => {
    expect(secondsOf(recording())).toBeCloseTo(SECONDS, 3);
  });
  it('of a file that was cut off is what is left', () => {
    const bytes = recording();
    const half = secondsOf(bytes.subarray(0, bytes.length / 2)) ?? 0;
    expect(half).toBeGreaterThan(10);
    expect(half).toBeLessThan(16);
  });
  it('of several Ogg Opus files in one is that of all', () => {
    expect(secondsOf(Buffer.concat([recording(), recording()]))).toBeCloseTo(2 * SECONDS, 2);
  });
  it.each([
    ['with tags', mp3(0xfffb9064, 417, 100, { tags: true }), (100 * 1152) / 44_100],
    ['of MPEG 2', mp3(0xfff348c4, 144, 50), (50 * 576) / 16_000],
    ['of MPEG 2.5', mp3(0xffe348c4, 288, 50), (50 * 576) / 8_000],
  ])('of an MP3 %s is that of its frames', (_, bytes, seconds) => {
    expect(secondsOf(bytes)).toBeCloseTo(seconds, 3);
  });
  it('of a WAV is that of its sound, whatever it claims', () => {
    expect(secondsOf(wav(48_000))).toBe(3);
    expect(secondsOf(wav(48_000, 0xffff_ffff))).toBe(3);
  });
  it.each([false, true])('of an M4A is what its header says (long: %s)', (long) => {
    expect(secondsOf(m4a(75, { long }))).toBe(75);
  });
  it.each([
    ['an MP3', Buffer.from('ID3\u0003 and so on')],
    ['an Ogg without Opus', Buffer.from(recording()).fill('x', 28, 36)],
    ['a WAV without sound', wav(9).subarray(0, 36)],
    ['an MP3 with something else inside', Buffer.concat([MP3, Buffer.alloc(999), MP3])],
    ['an M4A whose header does not know', m4a(0xffff_ffff / 600)],
    ['an M4A without its header', m4a(75).subarray(0, 130)],
  ])('of %s is not known', (_, bytes) => {
    expect(secondsOf(bytes)).toBeUndefined();
  });
  it('ends the reading of any bytes at all', () => {
    const heads = [
      'OggS',
      'RIFF....WAVEfmt ',
      '\0\0\0\u0010ftypM4A \0\0\0\0\0\0\0\u0001moov',
      'ID3',
      '\u00ff\u00fb\u0090\u0064',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => {
        const seconds = secondsOf(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
        expect(seconds === undefined || (seconds >= 0 && seconds <= 600)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a recording', () => {
  it.each([
    ['of over ten minutes', wav(16_000 * 601), /over 10 minutes long/],
    ['that is a picture', Buffer.from('89504e470d0a1a0a', 'hex'), /no recording/],
    ['with nothing in it', Buffer.alloc(0), /no recording/],
  ])('%s is refused with what to do', (_, bytes, why) => {
    expect(() => soundOf(bytes)).toThrow(why);
    expect(() => soundOf(bytes)).toThrow(Unusable);
  });
});
