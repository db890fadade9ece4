import { describe, expect, it } from 'vitest';
import { comparisonLine } from '../../src/terminal/json-comparison.ts';
import { coach, DRAFT, EXAMPLE, expectReadable, expectRefused, file, folder } from './support.ts';

const root = folder();
const AFTER =
  'Since then I have done forty timed questions every morning, kept a list of all that I missed, and took two practice exams in the library with a classmate. My Step 2 CK is 243.';
const FURTHER = DRAFT.replace(/\n\n(?=[^\n]+\n*$)/, `\n\n${AFTER}\n\n`);

describe('review OLD NEW --compare', () => {
  it('says what is mended, what is new and what stayed, from files and from standard input', async () => {
    const newer = file(root, 'newer.txt', FURTHER);
    const { code, out, err } = await coach(['review', EXAMPLE, newer, '--compare']);
    expect([code, err]).toEqual([0, '']);
    expectReadable(out);
    expect(out).toMatch(/^Mended$[\s\S]*What got better, and how: missing → (?:weak|present)/m);
    expect(out).toMatch(/^Stayed$/m);
    expect(out).toMatch(/375 → \d+ words/);
    const piped = await coach(['review', EXAMPLE, '-', '--compare'], { input: FURTHER });
    // The names above it may need a line more.
    const flowing = (text: string) => text.replace(/\s+/g, ' ');
    expect(flowing(piped.out).replace('standard input', newer)).toBe(flowing(out));
  });
  it('says of what was lost that it stood in the older', async () => {
    const shorter = file(root, 'shorter.txt', DRAFT.split('\n\n').slice(0, 2).join('\n\n'));
    const { out } = await coach(['review', EXAMPLE, shorter, '--compare']);
    expect(out).toMatch(/^New$[\s\S]*present → missing\n\s+Before: “My Step 1 score is 201\.”/m);
    expect(out).toMatch(/^Mended$[\s\S]*put on others\n\s+Before: “The school changed/m);
  });
  it('prints one JSON line', async () => {
    const newer = file(root, 'newer.txt', FURTHER);
    const { code, out } = await coach(['review', EXAMPLE, newer, '--compare', '--json']);
    expect(code).toBe(0);
    const line = comparisonLine.strict().parse(JSON.parse(out));
    expect(line.fixed).toContainEqual(
      expect.objectContaining({ kind: 'part', id: 'growth', before: 'missing' }),
    );
    for (const { quote } of line.new) expect(FURTHER).toContain(quote);
    for (const { quote } of line.fixed) expect(DRAFT + FURTHER).toContain(quote);
  });
  it.each([
    [['review', EXAMPLE, '--compare'], /takes two drafts/],
    [['review', EXAMPLE, EXAMPLE, EXAMPLE, '--compare'], /takes two drafts/],
    [['review', '-', '-', '--compare'], /standard input/],
    [['review', EXAMPLE, 'gone.txt', '--compare'], /^gone\.txt: /],
    [['review', EXAMPLE, EXAMPLE, '--compare', '--picture', 'a.png'], /--json alone/],
  ])('refuses %j', async (args, why) => {
    expectRefused(await coach(args), why);
  });
  it('compares nothing with what is no statement', async () => {
    const run = await coach(['review', EXAMPLE, '-', '--compare'], { input: 'I failed once.' });
    expectRefused(run, /^standard input: this is no whole statement/);
  });
});

describe('interview --about DRAFT', () => {
  it('asks what the draft raises, with the words that do', async () => {
    const input = 'It was my decision to put the question banks off, and I own that.\n/end\n';
    const { code, out } = await coach(['interview', '--about', EXAMPLE], { input });
    expect(code).toBe(0);
    expectReadable(out);
    expect(out).toMatch(/Question 1 of 5\n\s+Your statement points at something outside you/);
    expect(out).toMatch(/You wrote: “The school changed/);
    expect(out).toContain('Debrief');
  });
  it('asks as many as are wanted', async () => {
    const { out } = await coach(['interview', '--about', EXAMPLE, '--rounds', '2']);
    expect(out).toContain('Question 1 of 2');
  });
  it('is there in a conversation', async () => {
    const { out } = await coach([], {
      input: `/about ${EXAMPLE}\n/end\n/quit\n`,
      env: { STORE_URL: 'memory:' },
    });
    expect(out).toMatch(/Question 1 of 5[\s\S]*You wrote/);
  });
  it.each([
    [['interview', '--about', 'gone.txt'], /gone\.txt|no such/i],
    [['interview', '--about', '-'], /name the file of the draft/],
    [['interview', '--about', EXAMPLE, '--focus', 'failure'], /leave --focus and --question out/],
  ])('refuses %j', async (args, why) => {
    expectRefused(await coach(args), why);
  });
  it('refuses what raises nothing', async () => {
    const line = file(root, 'line.txt', 'I failed once.');
    expectRefused(await coach(['interview', '--about', line]), /raises no question/);
  });
});
