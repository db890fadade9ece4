interface Box {
  name: string;
  /** Where its content begins and ends. */
  from: number;
  to: number;
}

/** The length of an MP4 or M4A in seconds, as its movie header says; undefined where there is none. */
export function secondsOfMp4(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const movie = find(file, 'moov', 0, file.length);
  const header = movie && find(file, 'mvhd', movie.from, movie.to);
  if (!header || header.to - header.from < 32) return undefined;
  const long = file.readUInt8(header.from) === 1;
  const at = header.from + (long ? 20 : 12);
  const units = file.readUInt32BE(at);
  const length = long ? Number(file.readBigUInt64BE(at + 4)) : file.readUInt32BE(at + 4);
  // All ones: whoever wrote it did not know.
  const known = length !== 0 && length !== 0xffff_ffff && length < Number.MAX_SAFE_INTEGER;
  return units && known ? length / units : undefined;
}

function find(file: Buffer, name: string, from: number, to: number): Box | undefined {
  for (let at = from; at + 8 <= to; ) {
    const short = file.readUInt32BE(at);
    // 1: the size stands behind the name; 0: the box goes on to the end.
    const wide = short === 1 && at + 16 <= to;
    const size = wide ? Number(file.readBigUInt64BE(at + 8)) : short || to - at;
    const head = wide ? 16 : 8;
    if (size < head) return undefined;
    const box = {
      name: file.toString('latin1', at + 4, at + 8),
      from: at + head,
      to: Math.min(to, at + size),
    };
    if (box.name === name) return box;
    at += size;
  }
  return undefined;
}
