import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The coach as people run it; `test/build.ts` builds it before any test. */
export const MAIN = join(ROOT, 'dist/main.js');
export const EXAMPLE = join(ROOT, 'examples/statement.txt');
export const DRAFT = readFileSync(EXAMPLE, 'utf8');

/** A folder for the files of one test file, gone when its tests are over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'match-coach-terminal-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Writes a file into a folder and gives its path. */
export function file(root: string, name: string, content: string | Uint8Array): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}

export interface Run {
  code: number | null;
  out: string;
  err: string;
  /** The lines that were complained of. */
  complaints: string[];
}

interface Given {
  input?: string | Uint8Array;
  env?: Record<string, string>;
  cwd?: string;
  main?: string;
  node?: string[];
}

/** Runs the coach with piped input to its end. Nothing of the machine's own settings gets in. */
export async function coach(args: readonly string[], given: Given = {}): Promise<Run> {
  const child = start(args, given);
  child.stdin.on('error', () => {});
  child.stdin.end(given.input ?? '');
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, out, err, complaints: err.split('\n').filter(Boolean) };
}

export function start(
  args: readonly string[],
  { env, cwd = tmpdir(), main = MAIN, node = [] }: Given = {},
) {
  const { PATH, SystemRoot } = process.env;
  return spawn(process.execPath, [...node, main, ...args], {
    cwd,
    env: { PATH, SystemRoot, STORE_URL: 'memory:', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

export const jsonLines = (out: string): unknown[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The one line that says why something can't be used. */
export function expectRefused({ code, out, complaints }: Run, what: RegExp): void {
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(what);
  expect(complaints[0]).not.toMatch(/^\s+at |Error:|\[object/);
  expect(out).toBe('');
  expect(code).toBe(2);
}

/** What is printed for people: at most 80 columns, no colour in a pipe, no spaces at the ends. */
export function expectReadable(out: string): void {
  expect(out.trim()).not.toBe('');
  expect(out).not.toContain('\u001b');
  const lines = out.split('\n');
  expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  expect(out).not.toMatch(/\n\n\n/);
  expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  expect(out).not.toMatch(/undefined|null|NaN|\[object/);
}
