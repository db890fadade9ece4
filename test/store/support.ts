import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Keyv from 'keyv';
import { afterAll } from 'vitest';
import { openStore } from '../../src/store/open.ts';

/** A folder for the files of one test file, gone when its tests are over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'match-coach-store-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The ways to keep things; each opening is empty and is closed at the end. */
export const KINDS = ['memory', 'sqlite'] as const;

let count = 0;
export function createOpener(kind: (typeof KINDS)[number]) {
  const root = folder();
  const opened: Array<Keyv<unknown>> = [];
  afterAll(async () => {
    for (const store of opened) await store.disconnect();
  });
  return async <Value>(url = urlOf(kind, root)): Promise<Keyv<Value>> => {
    const store = await openStore<Value>(url);
    opened.push(store as Keyv<unknown>);
    return store;
  };
}

export function urlOf(kind: (typeof KINDS)[number], root: string): string {
  return kind === 'memory' ? 'memory:' : `sqlite:${join(root, `store-${count++}.sqlite`)}`;
}
