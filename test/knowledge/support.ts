import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import type { Problem, Report } from '../../src/knowledge/problem.ts';

export const ROOT = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** A list of problems, and the function that fills it. */
export function collect(): { problems: Problem[]; report: Report } {
  const problems: Problem[] = [];
  return { problems, report: (problem) => problems.push(problem) };
}

/** A copy of the shipped folder without its trained weights, gone when the tests are over. */
export function copyOfKnowledge(): string {
  const root = join(mkdtempSync(join(tmpdir(), 'match-coach-')), 'knowledge');
  cpSync(ROOT, root, {
    recursive: true,
    filter: (path) => !/(?:weights|trouble)\.json$/.test(basename(path)),
  });
  afterAll(() => rmSync(join(root, '..'), { recursive: true, force: true }));
  return root;
}

/** A file of a copy, to be broken and mended again. */
export interface Editable {
  text: string;
  /** The line on which a text stands first, from 1. */
  lineOf(text: string): number;
  write(text: string): void;
}

export function open(root: string, path: string): Editable {
  const text = readFileSync(join(root, path), 'utf8');
  return {
    text,
    lineOf: (part) => text.slice(0, text.indexOf(part)).split('\n').length,
    write: (next) => writeFileSync(join(root, path), next),
  };
}

/** What a check finds in a copy that it did not find before. */
export function createCheck(root: string): () => Problem[] {
  const before = new Set(checkKnowledge(root).problems.map((problem) => JSON.stringify(problem)));
  return () => checkKnowledge(root).problems.filter((one) => !before.has(JSON.stringify(one)));
}
