import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Keyv from 'keyv';
import { afterAll, inject } from 'vitest';
import { openStore } from '../../src/store/open.ts';

/** A folder for the files of one test file, gone when its tests are over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'match-coach-store-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The address of the Redis for tests; empty where none runs. */
export const REDIS = inject('redis');

type Place = 'memory' | 'sqlite' | 'redis';
export type Kind = Place | `encrypted ${Place}`;

/** The ways to keep things that are there; each opening is empty and is closed at the end. */
export const KINDS: readonly Kind[] = (['memory', 'sqlite', 'redis'] as const)
  .filter((place) => place !== 'redis' || REDIS)
  .flatMap((place) => [place, `encrypted ${place}` as const]);
/** Those that several processes can share. */
export const SHARED = KINDS.filter((kind) => !kind.endsWith('memory'));

/** A key for all that is encrypted in one test file. */
export const KEY = randomBytes(32);
export const keysOf = (kind: Kind): Buffer[] => (kind.startsWith('encrypted') ? [KEY] : []);

export function createOpener(kind: Kind) {
  const root = folder();
  const opened: Array<Keyv<unknown>> = [];
  afterAll(async () => {
    for (const store of opened) {
      if (kind.endsWith('redis')) await store.clear();
      await store.disconnect();
    }
  });
  return async <Value>(url = urlOf(kind, root), keys = keysOf(kind)): Promise<Keyv<Value>> => {
    const store = await openStore<Value>(url, keys);
    opened.push(store as Keyv<unknown>);
    return store;
  };
}

/** Where nothing is kept yet. */
export function urlOf(kind: Kind, root: string): string {
  if (kind.endsWith('memory')) return 'memory:';
  if (kind.endsWith('redis')) return `${REDIS}?prefix=test-${randomUUID()}`;
  return `sqlite:${join(root, `store-${randomUUID()}.sqlite`)}`;
}
