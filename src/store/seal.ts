import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { StoreFailure } from './failure.ts';

/** What is stored encrypted begins so; what is not is JSON, which never does. */
const MARK = 'aes1:';
const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Encrypts values and makes them readable again. */
export interface Seal {
  /** The text as it is stored under this name: never twice the same. */
  seal(name: string, text: string): string;
  /** The text again; as it is where it was stored before there was a key. Throws `StoreFailure`. */
  open(name: string, stored: string): string;
  /** Whether it would be stored anew with the first key. */
  isStale(stored: string): boolean;
}

/**
 * AES-256-GCM with keys of 32 bytes each: the first encrypts, all decrypt. A value is bound to its
 * name, so that what is stored of one person can't be passed off as another's; which key it takes
 * is told by the beginning of the key's hash. Stored: mark, id of the key, `:`, and in base64 a
 * random nonce of 12 bytes, the encrypted text, the tag of 16.
 */
export function createSeal(keys: readonly Buffer[]): Seal {
  const all = keys.map((key) => ({ key, id: idOf(key) }));
  const [first] = all;
  return {
    seal(name, text) {
      if (!first) return text;
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, first.key, nonce).setAAD(Buffer.from(name));
      const parts = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return `${MARK}${first.id}:${Buffer.concat(parts).toString('base64')}`;
    },
    open(name, stored) {
      if (!stored.startsWith(MARK)) return stored;
      const [id, base64 = ''] = stored.slice(MARK.length).split(':');
      const found = all.find((one) => one.id === id);
      if (!found) throw new StoreFailure(first ? WRONG : MISSING);
      const bytes = Buffer.from(base64, 'base64');
      try {
        const cipher = createDecipheriv(CIPHER, found.key, bytes.subarray(0, NONCE))
          .setAAD(Buffer.from(name))
          .setAuthTag(bytes.subarray(-TAG));
        const text = cipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8');
        return text + cipher.final('utf8');
      } catch {
        throw new StoreFailure(DAMAGED);
      }
    },
    isStale: (stored) => (first ? !stored.startsWith(`${MARK}${first.id}:`) : false),
  };
}

const idOf = (key: Buffer) =>
  createHash('sha256').update('match-coach key id').update(key).digest('hex').slice(0, 8);

const MISSING =
  'DATA_KEY is not set, and what is stored is encrypted; set the key that it was encrypted with.';
const WRONG =
  'DATA_KEY is not the key that all of what is stored was encrypted with; add that one behind a comma.';
const DAMAGED =
  'A value in the store that STORE_URL names is damaged; put it back from a copy, or erase it with /privacy erase.';

/** Why a stored value is not what it should be: it is encrypted, or damaged. */
export const unreadable = (stored: string) =>
  new StoreFailure(stored.startsWith(MARK) ? MISSING : DAMAGED);
