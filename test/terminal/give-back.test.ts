import { existsSync, linkSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { all, idOf, partsOf, rangeOf, xml } from '../documents/helpers/word.ts';
import { docx, paragraph } from '../documents/make/docx.ts';
import { coach, DRAFT, EXAMPLE, expectRefused, file, folder, jsonLines } from './support.ts';

const root = folder();
const commentsIn = async (path: string) => {
  const parts = await partsOf(readFileSync(path));
  const document = xml(parts.get('word/document.xml'));
  return all(xml(parts.get('word/comments.xml')), 'comment').map((comment) => ({
    quote: rangeOf(document, idOf(comment)),
    lines: all(comment, 'p').map((line) => line.textContent),
  }));
};

describe('review --docx', () => {
  it('gives a text back as a Word file with what the review says in its margin', async () => {
    const out = join(root, 'text.docx');
    const { code, out: said, err } = await coach(['review', EXAMPLE, '--docx', out]);
    expect([code, err]).toEqual([0, '']);
    expect(said).toMatch(/^What stands/);
    const comments = await commentsIn(out);
    const { flags, parts, notes } = JSON.parse(
      (await coach(['review', '--json', EXAMPLE])).out,
    ) as Record<string, Array<Record<string, string>>>;
    const findings = [...(flags ?? []), ...(notes ?? [])];
    const missing = parts?.filter(({ status }) => status === 'missing') ?? [];
    expect(comments).toHaveLength(findings.length + missing.length);
    for (const [i, { quote, why, advice }] of findings.entries()) {
      const comment = comments[i];
      expect(comment?.lines).toContain(why);
      expect(comment?.quote).toBe(quote);
      expect(comment?.lines).toContain(`→ ${advice}`);
      expect(comment?.lines.at(-1)).toMatch(/^To ask yourself: .*\?$/);
    }
    for (const { lines, quote } of comments.slice(findings.length))
      expect([quote, lines[0]]).toEqual(['', expect.stringMatching(/^Missing: /)]);
  });
  it('gives a Word file back, beside the line of JSON, and may be asked again', async () => {
    const draft = file(
      root,
      'draft.docx',
      docx(
        DRAFT.split('\n\n')
          .map((p) => paragraph(p))
          .join(''),
      ),
    );
    const out = join(root, 'given.docx');
    for (const _ of [1, 2]) {
      const { code, out: said, err } = await coach(['review', '--json', draft, '--docx', out]);
      expect([code, err, jsonLines(said).length]).toEqual([0, '', 1]);
    }
    expect((await commentsIn(out))[0]?.quote).toMatch(/^The school changed the order/);
    // What was given back can be reviewed as it is.
    expect((await coach(['review', out])).out).toBe((await coach(['review', draft])).out);
  });
  it('never writes over the draft, whatever it is called', async () => {
    const bytes = docx(paragraph(DRAFT));
    const draft = file(root, 'mine.docx', bytes);
    symlinkSync(draft, join(root, 'linked.docx'));
    linkSync(draft, join(root, 'twin.docx'));
    for (const name of ['mine.docx', 'linked.docx', 'twin.docx']) {
      const refused = await coach(['review', draft, '--docx', join(root, name)]);
      expectRefused(refused, /over the draft itself/);
    }
    expect(readFileSync(draft).equals(bytes)).toBe(true);
  });
  it('gives one draft back, and only into a .docx', async () => {
    const out = join(root, 'two.docx');
    expectRefused(await coach(['review', EXAMPLE, EXAMPLE, '--docx', out]), /name one file/);
    expect(existsSync(out)).toBe(false);
    const text = join(root, 'draft.txt');
    expectRefused(await coach(['review', EXAMPLE, '--docx', text]), /ends in \.docx, not ".*txt"/);
  });
  it('shows the review all the same where the file can’t be written', async () => {
    const out = join(root, 'nowhere', 'x.docx');
    const { code, complaints, out: said } = await coach(['review', EXAMPLE, '--docx', out]);
    const why =
      /with comments can't be written to .*: there is no such folder\. Name another place\.$/;
    expect([code, complaints]).toEqual([2, [expect.stringMatching(why)]]);
    expect(said).toMatch(/Fix this first/);
  });
});
