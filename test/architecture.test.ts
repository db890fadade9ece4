import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(PROJECT, 'src');

interface File {
  path: string;
  text: string;
  /** What it imports: a file of the project by its path, anything else as it is written. */
  imports: string[];
}

/** Import and export declarations, dynamic imports, and workers started from a file. */
const IMPORTS = [
  /^\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  /\brequire\(\s*['"]([^'"]+)['"]\s*\)/g,
];

function importsOf(path: string, text: string): string[] {
  return IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name)).map(
    (name) => (name.startsWith('.') ? fromSrc(resolve(dirname(join(SRC, path)), name)) : name),
  );
}

const fromSrc = (path: string) => relative(SRC, path).split(sep).join('/');

const files: File[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });
const byPath = new Map(files.map((file) => [file.path, file]));

/** One line a wrong import, such as `coach/ask.ts → node:fs`. */
function wrong(where: RegExp, allowed: (name: string) => boolean): string[] {
  return files
    .filter(({ path }) => where.test(path))
    .flatMap(({ path, imports }) =>
      imports.filter((name) => !allowed(name)).map((name) => `${path} → ${name}`),
    );
}

describe('imports', () => {
  it('are all found: each file of the project that is named exists', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(150);
    const local = (name: string) => !name.endsWith('.ts') || byPath.has(name);
    expect(wrong(/./, local)).toEqual([]);
  });
  it('of the coach stay within the coach, but for the shapes of what a model says', () => {
    expect(wrong(/^coach\//, (name) => name.startsWith('coach/') || name === 'zod')).toEqual([]);
  });
  it('of everything behind the front doors do not lead to one', () => {
    const door = (name: string) => /^(?:terminal|discord|doctor)\/|^main\.ts$/.test(name);
    expect(wrong(/^(?!terminal\/|discord\/|doctor\/|main\.ts)/, (name) => !door(name))).toEqual([]);
  });
  it('go round in no circle', () => {
    expect(circles()).toEqual([]);
  });
});

/** Every import that leads back to a file on the way to it. */
function circles(): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: string[]) => {
    const at = way.indexOf(path);
    if (at >= 0) found.push([...way.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of byPath.get(path)?.imports ?? [])
      if (byPath.has(next)) visit(next, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}

describe('the environment', () => {
  it('is read by one file', () => {
    const readers = files.filter(({ text }) =>
      /process\s*\.\s*env|process\[|\benv\b\s*\}\s*=\s*process/.test(text),
    );
    expect(readers.map(({ path }) => path)).toEqual(['config.ts']);
  });
  it('has in .env.example what that file reads, and nothing else', () => {
    const config = byPath.get('config.ts')?.text ?? '';
    const read = [...config.matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name);
    const example = readFileSync(join(PROJECT, '.env.example'), 'utf8');
    const shown = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(read.length).toBeGreaterThan(0);
    expect([...shown].sort()).toEqual([...read].sort());
    expect(new Set(shown).size).toBe(shown.length);
  });
});

describe('files', () => {
  const lines = files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
  it('have at most 300 lines', () => {
    expect(lines.filter((file) => file.lines > 300)).toEqual([]);
  });
  it('have fewer than 80, most of them', () => {
    const sorted = lines.map((file) => file.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
  });
});
