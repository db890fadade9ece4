import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { expectClear } from './read.ts';

const READ = new URL('../../../node_modules/.cache/match-coach/documents/read.js', import.meta.url);

/**
 * Reads one path and tells what came of it. The peak of memory comes from the kernel, because
 * `maxRSS` of a child counts what its parent had in use when it was started.
 */
const SCRIPT = `
import { readFileSync } from 'node:fs';
const { readDraftFile } = await import(${JSON.stringify(READ.href)});
const start = performance.now();
const ended = await readDraftFile(process.argv[1]).then(
  ({ text }) => ({ text }),
  (error) => ({ name: error.name, message: error.message }),
);
const ms = performance.now() - start;
const peak = () => Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
const kilobytes = process.platform === 'linux' ? peak() : process.resourceUsage().maxRSS;
console.log(JSON.stringify({ ...ended, ms, mb: kilobytes / 1024 }));
`;

/** How reading ended, in a process of its own, with its time and its peak of memory in MB. */
export interface Ended {
  text?: string;
  name?: string;
  message?: string;
  ms: number;
  mb: number;
}

export function readPathInChild(path: string, user?: number): Ended {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, path],
    { encoding: 'utf8', timeout: 20_000, ...(user === undefined ? {} : { uid: user, gid: user }) },
  );
  expect({ status, signal, stderr: stderr.slice(0, 300) }).toEqual({
    status: 0,
    signal: null,
    stderr: '',
  });
  return JSON.parse(stdout) as Ended;
}

export function readInChild(bytes: Uint8Array): Ended {
  const folder = mkdtempSync(join(tmpdir(), 'match-coach-'));
  try {
    const path = join(folder, 'draft');
    writeFileSync(path, bytes);
    return readPathInChild(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Within 5 s and 300 MB, refused with one clear line; returns that line. */
export function expectRefusedCheaply(bytes: Uint8Array): string {
  const ended = readInChild(bytes);
  expect(ended.name).toBe('Unusable');
  expectClear(ended.message ?? '');
  expect(ended.ms).toBeLessThan(5_000);
  expect(ended.mb).toBeLessThan(300);
  return ended.message ?? '';
}
