import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpener, KINDS } from './support.ts';

/** What every store does, whatever it keeps things in. */
describe.each(KINDS)('a %s store', (kind) => {
  const open = createOpener(kind);

  it('gives back what was set', async () => {
    const store = await open<unknown>();
    for (const value of [0, '', false, 'text', 1.5, [], {}, { a: [1, { b: null }] }]) {
      await store.set('key', value);
      expect(await store.get('key')).toEqual(value);
    }
  });
  it('has nothing where nothing was set', async () => {
    const store = await open();
    expect(await store.get('missing')).toBeUndefined();
    expect(await store.has('missing')).toBe(false);
    expect(await store.delete('missing')).toBe(false);
  });
  it('keeps what was set last', async () => {
    const store = await open<number>();
    for (const value of [1, 2, 3]) await store.set('key', value);
    expect(await store.get('key')).toBe(3);
  });
  it('deletes one thing and leaves the rest', async () => {
    const store = await open<number>();
    await store.set('a', 1);
    await store.set('b', 2);
    expect(await store.delete('a')).toBe(true);
    expect(await store.get('a')).toBeUndefined();
    expect(await store.has('a')).toBe(false);
    expect(await store.get('b')).toBe(2);
    await store.set('a', 3);
    expect(await store.get('a')).toBe(3);
  });
  it('clears everything', async () => {
    const store = await open<number>();
    await store.set('a', 1);
    await store.set('b', 2);
    await store.clear();
    expect(await store.get('a')).toBeUndefined();
    expect(await store.get('b')).toBeUndefined();
    await store.set('a', 4);
    expect(await store.get('a')).toBe(4);
  });
  it('takes any key and any text', async () => {
    const store = await open<string>();
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, fc.string({ unit: 'binary' }), async (key, value) => {
        await store.set(key, value);
        expect(await store.get(key)).toBe(value);
      }),
      { numRuns: 60 },
    );
  });
  it('tells keys apart that differ little', async () => {
    const store = await open<string>();
    const keys = ['a', 'A', ' a', 'a ', 'á', 'a\u0301', 'a%', 'a_', "a'", 'a"', 'a;--'];
    for (const key of keys) await store.set(key, key);
    for (const key of keys) expect(await store.get(key)).toBe(key);
  });
  it('takes large values', async () => {
    const store = await open<string>();
    const large = 'draft 🩻 '.repeat(300_000);
    await store.set('large', large);
    expect((await store.get('large')) === large).toBe(true);
  });
  it('takes many values at once', async () => {
    const store = await open<number>();
    const list = Array.from({ length: 200 }, (_, i) => i);
    await Promise.all(list.map((i) => store.set(`key-${i}`, i)));
    expect(await Promise.all(list.map((i) => store.get(`key-${i}`)))).toEqual(list);
  });
  it('shares nothing with what was given or taken', async () => {
    const store = await open<{ list: number[] }>();
    const value = { list: [1] };
    await store.set('key', value);
    value.list.push(2);
    const taken = await store.get('key');
    taken?.list.push(3);
    expect(await store.get('key')).toEqual({ list: [1] });
  });
});
