import { setTimeout as after } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { StoreFailure } from '../../src/store/failure.ts';
import { recordsIn } from '../../src/store/records.ts';
import { Unusable } from '../../src/unusable.ts';
import { Line } from './line.ts';
import { createOpener, REDIS } from './support.ts';

const lines: Line[] = [];
const newLine = () => {
  const line = new Line();
  lines.push(line);
  return line;
};
afterEach(async () => {
  for (const line of lines.splice(0)) await line.cut();
});
const open = createOpener('memory');

describe('a Redis that is not there at the start', () => {
  it.each([
    [
      'where nothing listens',
      'redis://user:secret@127.0.0.1:1/0',
      'can’t be reached (ECONNREFUSED)',
    ],
    ['whose name is nobody’s', 'redis://user:secret@redis.invalid', 'can’t be reached'],
  ])('%s is told of in one sentence without its password', async (_, url, what) => {
    const opening = open(url);
    await expect(opening).rejects.toThrow(Unusable);
    await expect(opening).rejects.toThrow(`STORE_URL names a Redis that ${what}`);
    await expect(opening).rejects.not.toThrow('secret');
  });
});

describe.skipIf(!REDIS)('a Redis', () => {
  it('that refuses the coach is told of with its reason', async () => {
    const wrong = new URL(REDIS);
    wrong.username = 'nobody';
    wrong.password = 'secret';
    await expect(open(wrong.href)).rejects.toThrow(/^STORE_URL .* refuses the coach \(WRONGPASS\)/);
    wrong.username = wrong.password = '';
    wrong.pathname = '/4096';
    await expect(open(wrong.href)).rejects.toThrow(/^STORE_URL .* refuses the coach \(ERR\)/);
  });
  it('that goes in the middle fails what is asked, and is used again once it is back', async () => {
    const line = newLine();
    const url = await line.open();
    const store = await open<number>(url);
    const records = recordsIn(store);
    await records.update('n', () => 1);
    await line.cut();
    const failing = records.update('n', (n = 0) => n + 1);
    await expect(failing).rejects.toThrow(StoreFailure);
    await expect(failing).rejects.toThrow('STORE_URL names a Redis that ');
    const back = newLine();
    await back.open(Number(new URL(url).port));
    expect(await records.update('n', (n = 0) => n + 1)).toBe(2);
    await store.clear();
  });
  it('that is back within a moment is waited for', async () => {
    const line = newLine();
    const url = await line.open();
    const store = await open<number>(url);
    await store.set('n', 1);
    await line.cut();
    // What was sent before the coach saw that the line is cut is lost; a moment lets it see.
    await after(100);
    const reading = store.get('n');
    await newLine().open(Number(new URL(url).port));
    expect(await reading).toBe(1);
    await store.clear();
  });
  it('that goes silent keeps nobody waiting, and is used again once it answers', async () => {
    const line = newLine();
    const store = await open<number>(await line.open());
    await store.set('n', 1);
    line.silent = true;
    const all = await Promise.allSettled([store.get('n'), store.set('n', 2), store.delete('m')]);
    for (const one of all)
      expect(one).toMatchObject({ status: 'rejected', reason: expect.any(StoreFailure) });
    line.silent = false;
    expect(await store.get('n')).toBe(1);
    await store.clear();
  });
});
