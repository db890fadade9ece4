import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coach, DRAFT, EXAMPLE, expectRefused, folder, jsonLines } from './support.ts';

const root = folder();
const isPng = (path: string) => readFileSync(path).subarray(1, 4).toString() === 'PNG';

describe('review --picture', () => {
  it('draws the draft into a file beside the review, from a file and from standard input', async () => {
    const out = join(root, 'strip.png');
    const { code, out: printed, err } = await coach(['review', EXAMPLE, '--picture', out]);
    expect([code, err]).toEqual([0, '']);
    expect(printed).toMatch(/^What stands/);
    expect(isPng(out)).toBe(true);
    const piped = join(root, 'piped.PNG');
    const json = await coach(['review', '-', '--json', '--picture', piped], { input: DRAFT });
    expect(jsonLines(json.out)).toHaveLength(1);
    expect(readFileSync(piped).equals(readFileSync(out))).toBe(true);
  });
  it('draws one draft, and only into a .png', async () => {
    const out = join(root, 'two.png');
    expectRefused(
      await coach(['review', EXAMPLE, EXAMPLE, '--picture', out]),
      /draws one draft; name one file/,
    );
    expect(existsSync(out)).toBe(false);
    expectRefused(
      await coach(['review', EXAMPLE, '--picture', join(root, 'draft.docx')]),
      /ends in \.png, not ".*draft\.docx"/,
    );
  });
  it('gives the review all the same where the picture can’t be written', async () => {
    const taken = join(root, 'folder.png');
    mkdirSync(taken);
    for (const [out, why] of [
      [join(root, 'nowhere', 'x.png'), /there is no such folder\. Name another place\.$/],
      [taken, /it is a folder\. Name another place\.$/],
    ] as const) {
      const { code, complaints, out: printed } = await coach(['review', EXAMPLE, '--picture', out]);
      expect([code, complaints]).toEqual([2, [expect.stringMatching(why)]]);
      expect(printed).toMatch(/^What stands/);
    }
  });
});
