/** An Ogg page's header, up to the table of its segments; in bytes. */
const HEADER = 27;
/** Opus counts samples at this rate, whatever was recorded; a second's worth. */
const RATE = 48_000;
/** The position of a page on which no packet ends. */
const NOWHERE = 0xffff_ffff_ffff_ffffn;

/**
 * The length of an Ogg Opus file in seconds: where its last page ends, less what the decoder drops
 * at the start (RFC 7845), of all links together where several recordings were put one after the
 * other. Undefined where it is none, or no page of sound is whole.
 */
export function secondsOfOgg(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let link: { serial: number; skip: number; last?: bigint } | undefined;
  let before = 0;
  for (let at = 0; at + HEADER <= file.length; ) {
    if (file.toString('latin1', at, at + 4) !== 'OggS') break;
    const segments = file.subarray(at + HEADER, at + HEADER + file.readUInt8(at + 26));
    const body = at + HEADER + segments.length;
    const serial = file.readUInt32LE(at + 14);
    const position = file.readBigUInt64LE(at + 6);
    const end = body + segments.reduce((sum, length) => sum + length, 0);
    if (end > file.length) break;
    if (file.toString('latin1', body, body + 8) === 'OpusHead' && end >= body + 12) {
      before += samplesOf(link);
      link = { serial, skip: file.readUInt16LE(body + 10) };
    } else if (serial === link?.serial && position !== NOWHERE && position > 0n)
      link.last = position;
    at = end;
  }
  return link?.last === undefined ? undefined : (before + samplesOf(link)) / RATE;
}

/** Of what lies beside another stream and not after it, nothing was counted yet. */
const samplesOf = (link?: { skip: number; last?: bigint }): number =>
  link?.last === undefined ? 0 : Math.max(0, Number(link.last) - link.skip);
