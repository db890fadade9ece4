import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Unusable } from '../../src/unusable.ts';
import { createOpener, folder, urlOf } from './support.ts';

const root = folder();
const open = createOpener('sqlite');
const OPEN = fileURLToPath(new URL('../../src/store/open.ts', import.meta.url));
const NODE = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e'];
const run = promisify(execFile);

describe('one file', () => {
  it('is seen by two handles at once', async () => {
    const url = urlOf('sqlite', root);
    const [one, two] = [await open<number>(url), await open<number>(url)];
    await one.set('a', 1);
    expect(await two.get('a')).toBe(1);
    await two.set('a', 2);
    expect(await one.get('a')).toBe(2);
    await two.delete('a');
    expect(await one.get('a')).toBeUndefined();
    await Promise.all([one.set('b', 1), two.set('c', 2), one.set('d', 3)]);
    expect([await two.get('b'), await one.get('c'), await two.get('d')]).toEqual([1, 2, 3]);
    await one.clear();
    expect(await two.get('b')).toBeUndefined();
  });
  it('still holds everything when it is opened again', async () => {
    const url = urlOf('sqlite', root);
    const first = await open<{ says: string }>(url);
    await first.set('kept', { says: 'é 🩻 漢' });
    await first.set('gone', { says: '' });
    await first.delete('gone');
    await first.disconnect();
    const second = await open<{ says: string }>(url);
    expect(await second.get('kept')).toEqual({ says: 'é 🩻 漢' });
    expect(await second.get('gone')).toBeUndefined();
  });
  it('is kept where the address says', async () => {
    const path = join(root, 'with spaces & signs.sqlite');
    const store = await open<number>(`sqlite:${path}`);
    await store.set('a', 1);
    expect(readFileSync(path).subarray(0, 15).toString()).toBe('SQLite format 3');
  });
  it('is written by several processes at once', async () => {
    const url = urlOf('sqlite', root);
    const store = await open<number>(url);
    const script = `
      const { openStore } = await import(${JSON.stringify(OPEN)});
      const store = await openStore(${JSON.stringify(url)});
      for (let i = 0; i < 20; i++) await store.set(process.argv[1] + i, i);
      await store.disconnect();`;
    const names = ['a', 'b', 'c', 'd'];
    await Promise.all(names.map((name) => run(process.execPath, [...NODE, script, name])));
    for (const name of names) expect(await store.get(`${name}19`)).toBe(19);
  });
  it('is waited for while another process makes it', async () => {
    const path = join(root, 'busy.sqlite');
    const script = `
      const Database = (await import(${JSON.stringify(import.meta.resolve('libsql'))})).default;
      const database = new Database(${JSON.stringify(path)});
      database.exec('BEGIN EXCLUSIVE');
      database.exec('CREATE TABLE other (a)');
      console.log('locked');
      setTimeout(() => database.exec('COMMIT'), 500);`;
    const other = spawn(process.execPath, [...NODE, script]);
    const over = once(other, 'exit');
    await once(other.stdout, 'data');
    const opening = await open<number>(`sqlite:${path}`).catch((error: Error) => error);
    await over;
    expect(opening).not.toBeInstanceOf(Error);
  });
});

describe('a file that can’t be used', () => {
  it.each([
    'a folder',
    'a folder that is not there',
    'no database',
  ])('%s is named', async (what) => {
    const path = join(root, what, what === 'no database' ? 'file' : '');
    if (what !== 'a folder that is not there') mkdirSync(join(root, what));
    if (what === 'no database') writeFileSync(path, 'This is a letter.\n'.repeat(200));
    const target = what === 'a folder that is not there' ? join(path, 'x.sqlite') : path;
    const opening = open(`sqlite:${target}`);
    await expect(opening).rejects.toThrow(Unusable);
    await expect(opening).rejects.toThrow('STORE_URL');
  });
});
