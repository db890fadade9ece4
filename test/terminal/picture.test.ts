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

describe('interview --picture', () => {
  it('draws the session with its debrief, and says where it can’t', async () => {
    const out = join(root, 'session.png');
    const input = 'I scored 204. Then I did forty questions a day, and scored 241 on Step 2 CK.\n';
    const args = ['interview', '--rounds', '1', '--seed', '3', '--picture'];
    expect((await coach([...args, out], { input })).code).toBe(0);
    expect(isPng(out)).toBe(true);
    const nowhere = await coach([...args, join(root, 'nowhere', 'x.png')], { input });
    expect(nowhere.out).toMatch(/Debrief/);
    expect(`${nowhere.out}${nowhere.err}`).toMatch(/there is no such folder/);
  });
});

describe('/progress in a conversation', () => {
  it('draws what was counted into a file, once there is a course of things', async () => {
    const out = join(root, 'progress.png');
    const once = await coach([], { input: `/review ${EXAMPLE}\n/progress ${out}\n` });
    expect(once.out).toMatch(/nothing to draw yet: it takes two reviews, or two interviews/);
    expect(existsSync(out)).toBe(false);
    const twice = await coach([], {
      input: `/review ${EXAMPLE}\n/review ${EXAMPLE}\n/progress ${out}\n`,
    });
    expect(twice.out).toMatch(/\n {2}■■ {2}The result is put on others: in 2 of 2, still there\n/);
    expect(isPng(out)).toBe(true);
  });
});
