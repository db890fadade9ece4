/** The length of a WAV file in seconds, by the sound that is really in it; undefined where that can't be told. */
export function secondsOfWav(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let rate: number | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const body = at + 8;
    if (name === 'fmt ' && body + 12 <= file.length) rate = file.readUInt32LE(body + 8);
    // Who records into a pipe can't know the size yet, and claims too much.
    if (name === 'data') return rate ? Math.min(size, file.length - body) / rate : undefined;
    // A chunk of an odd size is filled up by a byte.
    at = body + size + (size % 2);
  }
  return undefined;
}
