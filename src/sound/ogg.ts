/** An Ogg page's header, up to the table of its segments; in bytes. */
const HEADER = 27;
/** Opus counts samples at this rate, whatever was recorded; a second's worth. */
const RATE = 48_000;
/** The position of a page on which no packet ends. */
const NOWHERE = 0xffff_ffff_ffff_ffffn;

/**
 * The length of an Ogg Opus file in seconds: where its last page ends, less what the decoder drops
 * at the start (RFC 7845). Undefined where it is none, or no page of sound is whole.
 */
export function secondsOfOgg(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let opus: { serial: number; skip: number } | undefined;
  let last: bigint | undefined;
  for (let at = 0; at + HEADER <= file.length; ) {
    if (file.toString('latin1', at, at + 4) !== 'OggS') break;
    const segments = file.subarray(at + HEADER, at + HEADER + file.readUInt8(at + 26));
    const body = at + HEADER + segments.length;
    const serial = file.readUInt32LE(at + 14);
    const position = file.readBigUInt64LE(at + 6);
    const end = body + segments.reduce((sum, length) => sum + length, 0);
    if (end > file.length) break;
    if (file.toString('latin1', body, body + 8) === 'OpusHead' && end >= body + 12)
      opus = { serial, skip: file.readUInt16LE(body + 10) };
    else if (serial === opus?.serial && position !== NOWHERE && position > 0n) last = position;
    at = end;
  }
  if (!opus || last === undefined) return undefined;
  return Math.max(0, Number(last) - opus.skip) / RATE;
}
