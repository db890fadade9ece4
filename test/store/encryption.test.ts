import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Keyv from 'keyv';
import { describe, expect, it } from 'vitest';
import { StoreFailure } from '../../src/store/failure.ts';
import { openStore } from '../../src/store/open.ts';
import { type AtomicStore, recordsIn } from '../../src/store/records.ts';
import { createSeal } from '../../src/store/seal.ts';
import { Unusable } from '../../src/unusable.ts';
import { createOpener, folder, type Kind, REDIS, urlOf } from './support.ts';

const OLD: Buffer = randomBytes(32);
const NEW: Buffer = randomBytes(32);
const OTHER: Buffer = randomBytes(32);
const PLACES: Kind[] = ['sqlite', ...(REDIS ? ['redis' as const] : [])];

/** What lies in a store that was opened without a key. */
const rawIn = (keyv: Keyv<unknown>, key: string) =>
  (keyv.store as AtomicStore).get<string>(`keyv:${key}`) as Promise<string | undefined>;
const putRaw = (keyv: Keyv<unknown>, key: string, value: string) =>
  (keyv.store as AtomicStore).set(`keyv:${key}`, value);

describe.each(PLACES)('what is kept encrypted in %s', (kind) => {
  const open = createOpener(kind);
  /** A store that holds a word, and one that looks into it as it lies there. */
  const start = async (keys: Buffer[]) => {
    const url = urlOf(kind, folder());
    const looking = await open<string>(url, []);
    const store = await open<string>(url, keys);
    await store.set('me', 'attending');
    return { url, looking, store };
  };

  it('can’t be read where it lies, and is never stored twice the same', async () => {
    const { looking, store } = await start([OLD]);
    const first = await rawIn(looking, 'me');
    await store.set('me', 'attending');
    const second = await rawIn(looking, 'me');
    for (const one of [first, second]) {
      expect(one).toMatch(/^aes1:[0-9a-f]{8}:[A-Za-z0-9+/]+=*$/);
      expect(one).not.toContain('attending');
      expect(Buffer.from(one ?? '', 'base64').toString('latin1')).not.toContain('attending');
    }
    expect(first).not.toBe(second);
  });
  it('was there before the key, and is then encrypted with the rest', async () => {
    const { url, looking } = await start([]);
    expect(await rawIn(looking, 'me')).toContain('attending');
    const store = await open<string>(url, [NEW]);
    expect(await store.get('me')).toBe('attending');
    expect(await rawIn(looking, 'me')).toMatch(/^aes1:/);
  });
  it('stays readable when the key is changed, and needs the old one no more', async () => {
    const { url } = await start([OLD]);
    const changed = await open<string>(url, [NEW, OLD]);
    expect(await changed.get('me')).toBe('attending');
    expect(await (await open<string>(url, [NEW])).get('me')).toBe('attending');
    await expect(open(url, [OLD])).rejects.toThrow(/^DATA_KEY is not the key/);
  });
  it('that was written without a key meanwhile is read, and encrypted when it changes', async () => {
    const { looking, store } = await start([OLD]);
    await putRaw(looking, 'me', '{"value":"plain"}');
    expect(await recordsIn(store).update('me', (old) => `${old} text`)).toBe('plain text');
    expect(await rawIn(looking, 'me')).toMatch(/^aes1:/);
    expect(await store.get('me')).toBe('plain text');
  });
  it('is not opened with another key, or with none', async () => {
    const { url, looking } = await start([OLD]);
    const before = await rawIn(looking, 'me');
    const wrong = open(url, [OTHER]);
    await expect(wrong).rejects.toThrow(Unusable);
    await expect(wrong).rejects.toThrow(/^DATA_KEY is not the key/);
    const none = open(url, []);
    await expect(none).rejects.toThrow(Unusable);
    await expect(none).rejects.toThrow(/^DATA_KEY is not set/);
    expect(await rawIn(looking, 'me')).toBe(before);
  });
  it('is told of as encrypted by who opened the store before there was a key', async () => {
    const { looking } = await start([OLD]);
    await expect(looking.get('me')).rejects.toThrow(/^DATA_KEY is not set/);
  });
  it('can’t be passed off as somebody else’s', async () => {
    const { looking, store } = await start([OLD]);
    await putRaw(looking, 'you', (await rawIn(looking, 'me')) ?? '');
    await expect(store.get('you')).rejects.toThrow(StoreFailure);
    await expect(recordsIn(store).update('you', () => 'mine')).rejects.toThrow(/is damaged/);
  });
});

it('leaves nothing readable in a file, of what was there before the key or was erased', async () => {
  const root = folder();
  const url = urlOf('sqlite', root);
  const plain = await openStore<string>(url);
  await plain.set('me', 'attending '.repeat(2_000));
  await plain.set('gone', 'fellowship '.repeat(2_000));
  await plain.delete('gone');
  await plain.disconnect();
  await (await openStore<string>(url, [NEW])).disconnect();
  const files = readdirSync(root).map((name) => readFileSync(join(root, name), 'latin1'));
  expect(files.join('')).toContain('aes1:');
  expect(files.join('')).not.toMatch(/attending|fellowship/);
});

describe('a damaged value', () => {
  const open = createOpener('sqlite');
  const cases: Array<[string, (sealed: string) => string]> = [
    ['cut short', (sealed) => sealed.slice(0, -9)],
    ['cut to its mark', (sealed) => sealed.slice(0, 14)],
    ['with a letter changed', (sealed) => sealed.replace(/.(.{8})$/, '$1A')],
    ['that is no JSON', () => '{"value":"half of'],
    ['that is other JSON', () => '7'],
    ['that is nothing', () => ''],
  ];
  it.each(cases)('%s is told of in one sentence, hurts no other, and can go', async (_, harm) => {
    const url = urlOf('sqlite', folder());
    const [looking, store] = [await open<string>(url, []), await open<string>(url, [OLD])];
    const records = recordsIn(store);
    for (const key of ['me', 'you']) await records.update(key, () => 'kept');
    await putRaw(looking, 'me', harm((await rawIn(looking, 'me')) ?? ''));
    for (const failing of [records.get('me'), records.update('me', () => 'lost')]) {
      await expect(failing).rejects.toThrow(StoreFailure);
      await expect(failing).rejects.toThrow(/^A value in the store .* is damaged; [^.]*\.$/);
    }
    expect(await records.get('you')).toBe('kept');
    await records.delete('me');
    expect(await records.update('me', () => 'again')).toBe('again');
  });
});

describe('the seal', () => {
  it('opens what each of its keys closed, and no other', () => {
    const closed = createSeal([OLD]).seal('name', 'é 🩻');
    expect(createSeal([NEW, OLD]).open('name', closed)).toBe('é 🩻');
    expect(() => createSeal([NEW]).open('name', closed)).toThrow(/^DATA_KEY is not the key/);
    expect(() => createSeal([OLD]).open('nam', closed)).toThrow(/is damaged/);
  });
});
