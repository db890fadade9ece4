import { describe, expect, it } from 'vitest';
import { reviewLine } from '../../src/terminal/json.ts';
import {
  coach,
  DRAFT,
  EXAMPLE,
  expectReadable,
  expectRefused,
  file,
  folder,
  jsonLines,
} from './support.ts';

const root = folder();
const reviews = (out: string) => jsonLines(out).map((line) => reviewLine.parse(line));

/** Every quote of a line stands in the text where it says. */
function expectAnchored(text: string, line: ReturnType<typeof reviews>[number]): void {
  const { parts = [], flags = [] } = line.explanation ?? {};
  const signs = [...parts, ...flags].flatMap((item) => [...item.for, ...item.against]);
  for (const { quote, start, end } of [...line.flags, ...line.notes, ...signs])
    expect(text.slice(start, end)).toBe(quote);
  for (const { quote } of line.parts) expect(text).toContain(quote);
}

describe('review', () => {
  it('is readable in a pipe, from a file and from standard input', async () => {
    const { code, out, err } = await coach(['review', EXAMPLE]);
    expect([code, err]).toEqual([0, '']);
    expectReadable(out);
    const order = ['What stands', 'Fix this first', 'Figures', 'To read', 'To think about'];
    const places = order.map((title) => out.indexOf(title));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(0);
    expect((await coach(['review', '-'], { input: DRAFT })).out).toBe(out);
  });
  it('reads several, and what can’t be read stops none', async () => {
    const copy = file(root, 'copy.txt', DRAFT);
    const { code, out, complaints } = await coach(['review', EXAMPLE, 'gone.txt', copy]);
    expect(code).toBe(2);
    expect(complaints).toEqual([expect.stringMatching(/^gone\.txt: /)]);
    expect(out.indexOf(EXAMPLE)).toBe(0);
    expect(out).toContain(`\n\n${copy}\n\n`);
    expect(out.match(/^What stands$/gm)).toHaveLength(2);
  });
  it('stays readable with many short paragraphs', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `I held the wire in case ${i} that year.`);
    expectReadable((await coach(['review', '-'], { input: many.join('\n\n') })).out);
  });
  it('lets no draft steer the terminal', async () => {
    const input = `${DRAFT}\n\nThe school \u001b[31mfailed us\u0007 and nobody \u202etold us what the exam was about.`;
    expectReadable((await coach(['review', '-', '--explain'], { input })).out);
  });
  it.each([
    ['nothing', ''],
    ['spaces', ' \n\t\n '],
    ['bytes that are no text', 'I failed.\0\0'],
    ['more than is read', 'I failed Step 1. '.repeat(6_000)],
  ])('refuses %s', async (_, input) => {
    expectRefused(await coach(['review', '-'], { input }), /^standard input: [^.]+\. \S.+\.$|; /);
  });
});

describe('review --json', () => {
  it('prints one line a file, each as promised', async () => {
    const copy = file(root, 'again.md', `\ufeff${DRAFT.replaceAll('\n', '\r\n')}`);
    const { code, out, err } = await coach(['review', '--json', EXAMPLE, copy, '-'], {
      input: DRAFT,
    });
    expect([code, err]).toEqual([0, '']);
    const [one, two, three, ...more] = reviews(out);
    expect(more).toEqual([]);
    if (!one || !two || !three) throw new Error('three lines were expected');
    expect([one.file, two.file, three.file]).toEqual([EXAMPLE, copy, '-']);
    expect({ ...three, file: EXAMPLE }).toEqual(one);
    expect(one.flags.map(({ flag }) => flag)).toContain('blame');
    expect(one.explanation).toBeUndefined();
    expect(one.parts.map(({ part }) => part).join()).toBe(
      'vignette,development,acknowledgment,growth,vision',
    );
    expectAnchored(DRAFT, one);
    expect(two.flags.map(({ flag }) => flag)).toEqual(one.flags.map(({ flag }) => flag));
  });
  it('leaves out what can’t be read, and says so apart from the lines', async () => {
    const { code, out, complaints } = await coach(['review', '--json', 'gone.txt', EXAMPLE]);
    expect(code).toBe(2);
    expect(reviews(out).map((line) => line.file)).toEqual([EXAMPLE]);
    expect(complaints).toHaveLength(1);
  });
  it('explains itself where it is asked to', async () => {
    const { out } = await coach(['review', '--json', '--explain', EXAMPLE]);
    const [line] = reviews(out);
    if (!line?.explanation) throw new Error('an explanation was expected');
    expectAnchored(DRAFT, line);
    const raised = line.explanation.flags.filter(({ verdict }) => verdict === 'raised');
    const told = new Set([...line.flags, ...line.notes].map(({ flag }) => flag));
    expect(new Set(raised.map(({ id }) => id))).toEqual(told);
  });
});

describe('review --explain', () => {
  it('shows each part and flag with its figures', async () => {
    const { code, out } = await coach(['review', '--explain', EXAMPLE]);
    expect(code).toBe(0);
    expectReadable(out);
    const why = out.slice(out.indexOf('Why it was judged so'));
    for (const part of ['vignette', 'development', 'acknowledgment', 'growth', 'vision'])
      expect(why).toMatch(
        new RegExp(
          `\\(${part}\\): (?:present|weak|missing)\\n    missing: [01]\\.\\d\\d, counts from 0\\.\\d\\d\\n`,
        ),
      );
    expect(why).toMatch(
      /\(blame\): raised\n {4}holds: 0\.\d\d, counts from 0\.\d\d\n {4}\+ [01]\.\d\d “/,
    );
    expect(why.replace(/\s+/g, ' ')).toMatch(
      /Looked for and not found: .*over-a-page \(375 of at most 850 words\)/,
    );
  });
});
