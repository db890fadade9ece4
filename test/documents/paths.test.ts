import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPathInChild } from './helpers/child.ts';
import { expectClear, readFileAsText, refusal } from './helpers/read.ts';
import { docx, paragraph } from './make/docx.ts';

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'match-coach-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a path', () => {
  it('is read by content, whatever its name says', async () => {
    writeFileSync(at('plain.docx'), 'Only text.');
    writeFileSync(at('word.txt'), docx(paragraph('From Word.')));
    writeFileSync(at('no ending, “spaces”'), 'Found.');
    expect(await readFileAsText(at('plain.docx'))).toBe('Only text.');
    expect(await readFileAsText(at('word.txt'))).toBe('From Word.');
    expect(await readFileAsText(at('no ending, “spaces”'))).toBe('Found.');
  });

  it('may be a link', async () => {
    writeFileSync(at('real.txt'), 'Behind a link.');
    symlinkSync('real.txt', at('link.txt'));
    expect(await readFileAsText(at('link.txt'))).toBe('Behind a link.');
  });

  it('that leads nowhere is called missing', async () => {
    symlinkSync('gone.txt', at('dangling.txt'));
    for (const path of [at('none.txt'), at('none/draft.txt'), at('dangling.txt'), ''])
      expect(await refusal(readFileAsText(path))).toMatch(/no such file/);
  });

  it('of a folder is called a folder', async () => {
    mkdirSync(at('drafts'));
    expect(await refusal(readFileAsText(at('drafts')))).toMatch(/folder/);
  });

  it('below a file, in a loop of links, too long or with a NUL is refused', async () => {
    symlinkSync('loop-b', at('loop-a'));
    symlinkSync('loop-a', at('loop-b'));
    writeFileSync(at('file'), 'Text.');
    for (const path of [at('file/draft.txt'), at('loop-a'), at('x'.repeat(5_000)), 'a\0b'])
      expect(await refusal(readFileAsText(path))).toMatch(/can’t be opened/);
  });

  it('to a file without end is refused', async () => {
    expect(await refusal(readFileAsText('/dev/zero'))).toMatch(/over 4 MB/);
    expect(await refusal(readFileAsText('/dev/null'))).toMatch(/no text/);
  });

  it('to a large file is refused before it is read', async () => {
    writeFileSync(at('large.txt'), Buffer.alloc(5 * 1024 * 1024, 'a'));
    expect(await refusal(readFileAsText(at('large.txt')))).toMatch(/over 4 MB/);
  });

  it('to a file that one may not read speaks of permissions', () => {
    writeFileSync(at('secret.txt'), 'Private.');
    chmodSync(at('secret.txt'), 0o000);
    chmodSync(folder, 0o755);
    // Permissions stop everybody but root, so root reads as nobody.
    const ended = readPathInChild(at('secret.txt'), process.getuid?.() === 0 ? 65_534 : undefined);
    expect(ended.name).toBe('Unusable');
    expectClear(ended.message ?? '');
    expect(ended.message).toMatch(/permissions/);
  });
});
