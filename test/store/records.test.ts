import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { recordsIn } from '../../src/store/records.ts';
import { createOpener, folder, KINDS, keysOf, SHARED, urlOf } from './support.ts';

describe.each(KINDS)('records in %s', (kind) => {
  const open = createOpener(kind);
  it('count every one of many changes at once', async () => {
    const records = recordsIn(await open<number>());
    await Promise.all(Array.from({ length: 60 }, () => records.update('n', (n = 0) => n + 1)));
    expect(await records.get('n')).toBe(60);
  });
  it('are made, changed and deleted by a function of what they were', async () => {
    const records = recordsIn(await open<string[]>());
    expect(await records.update('a', (old) => (old ? old : ['one']))).toEqual(['one']);
    expect(await records.update('a', (old = []) => [...old, 'two'])).toEqual(['one', 'two']);
    expect(await records.update('a', () => undefined)).toBeUndefined();
    expect(await records.get('a')).toBeUndefined();
    expect(await records.update('none', () => undefined)).toBeUndefined();
  });
  it('are listed by how their keys begin', async () => {
    const records = recordsIn(await open<number>());
    const near = ['open*:c', 'op?n:', '[o]pen:', '\\open:', 'Open:', 'öpen:', 'open'];
    for (const key of ['open:a', 'open:b', ...near]) await records.update(key, () => 1);
    expect((await records.keys('open:')).sort()).toEqual(['open:a', 'open:b']);
    await records.delete('open:a');
    expect(await records.keys('open:')).toEqual(['open:b']);
    for (const key of near.slice(0, -1)) expect(await records.keys(key)).toEqual([key]);
  });
  it('stay as they were where the change throws', async () => {
    const records = recordsIn(await open<number>());
    await records.update('n', () => 1);
    const failing = records.update('n', () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await records.get('n')).toBe(1);
  });
});

describe.each(
  SHARED.filter((kind) => /^sqlite|^encrypted redis/.test(kind)),
)('records in one %s', (kind) => {
  const open = createOpener(kind);
  it('count what several processes change at once', async () => {
    const url = urlOf(kind, folder());
    const records = recordsIn(await open<number>(url));
    const source = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
    const script = `
      const { openStore } = await import(${source('../../src/store/open.ts')});
      const { recordsIn } = await import(${source('../../src/store/records.ts')});
      const keys = ${JSON.stringify(keysOf(kind))}.map(({ data }) => Buffer.from(data));
      const records = recordsIn(await openStore(${JSON.stringify(url)}, keys));
      for (let i = 0; i < 50; i++) await records.update('n', (n = 0) => n + 1);`;
    const node = ['--import', 'tsx', '--input-type=module', '-e', script];
    const codes = await Promise.all(
      [1, 2].map(async () => (await once(spawn(process.execPath, node), 'exit'))[0]),
    );
    expect(codes).toEqual([0, 0]);
    expect(await records.get('n')).toBe(100);
  });
});
