import { createHash } from 'node:crypto';
import type { PdfOptions } from './pdf.ts';

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/**
 * Encryption as the PDF reference has it in its simplest form (revision 2, RC4 of 40 bits). With a
 * `user` password nobody opens the file without it; with "" anybody does, who may then not print it.
 */
export function lock(user: string, owner: string): NonNullable<PdfOptions['encryption']> {
  const id = md5(Buffer.from(`${user}/${owner}`));
  const permissions = Buffer.from('c0ffffff', 'hex');
  const o = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const key = md5(Buffer.concat([padded(user), o, permissions, id])).subarray(0, 5);
  const u = rc4(key, PAD);
  return {
    id: id.toString('hex'),
    dictionary: `<< /Filter /Standard /V 1 /R 2 /O <${o.toString('hex')}> /U <${u.toString('hex')}> /P ${permissions.readInt32LE()} >>`,
    seal: (object, plain) => {
      const salt = Buffer.from([object & 255, object >> 8, 0, 0, 0]);
      return rc4(md5(Buffer.concat([key, salt])).subarray(0, 10), plain);
    },
  };
}

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), PAD]).subarray(0, 32);
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

/** OpenSSL 3 no longer offers RC4; it is a dozen lines. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const s = Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    [s[i], s[j]] = [s[j] as number, s[i] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (s[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (s[i] as number)) & 255;
      swap(i, j);
      return byte ^ (s[((s[i] as number) + (s[j] as number)) & 255] as number);
    }),
  );
}
