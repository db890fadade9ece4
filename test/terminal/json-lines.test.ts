import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { answerLine, askLine } from '../../src/terminal/json.ts';
import { coach, expectRefused, jsonLines, start } from './support.ts';

const QUESTION = 'Tell me about your Step 1 score.';
const ANSWER =
  'My school never taught us for the exam and nobody told us what was on it, so of course I failed. It was unfair.';
const answer = (id: unknown, text: unknown = ANSWER) =>
  JSON.stringify({ id, question: QUESTION, answer: text });

describe('answer --json', () => {
  it('prints a line for each, in order, as promised', async () => {
    const input = ['a', 7, ''].map((id) => answer(id)).join('\n');
    const { code, out, err } = await coach(['answer', '--json'], { input });
    expect([code, err]).toEqual([0, '']);
    const lines = jsonLines(out).map((line) => answerLine.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['a', '7', '']);
    const [first] = lines;
    expect(first?.flags.map(({ flag }) => flag)).toContain('blame');
    expect(first?.followUp).toMatch(/\?$/);
    expect(first?.words).toBe(24);
    for (const { quote, start, end } of first?.flags ?? [])
      expect(ANSWER.slice(start, end)).toBe(quote);
  });
  it('takes any text of a person’s as one line, whatever breaks it holds', async () => {
    const text = 'I failed.\u2028Then I changed.\u0085\u000b So\r\nthere.\0 🩻 \u202e';
    const input = `\ufeff${answer('1', text).replaceAll('\\u2028', '\u2028')}\r\n\r\n${answer('2', '')}`;
    const { code, out, err } = await coach(['answer', '--json'], { input });
    expect([code, err]).toEqual([0, '']);
    expect(jsonLines(out)).toHaveLength(2);
  });
  it('tells of each line that can’t be used, and does the rest', async () => {
    const input = [
      answer('first'),
      'not json',
      '{"id":"x"',
      '[]',
      'null',
      '"text"',
      JSON.stringify({ id: 'x', question: QUESTION }),
      answer('x', 5),
      answer(null),
      answer({}),
      JSON.stringify({ question: QUESTION, answer: ANSWER }),
      '{"id":12345678901234567890,"question":"","answer":""}',
      answer('x', 'a'.repeat(100_001)),
      `${answer('x')}\0`,
      `{"id":"x","question":"","answer":"a\0b"}`,
      answer('last'),
    ].join('\n');
    const { code, out, complaints } = await coach(['answer', '--json'], { input });
    expect(code).toBe(2);
    expect(jsonLines(out).map((line) => answerLine.parse(line).id)).toEqual(['first', 'last']);
    expect(complaints.map((line) => line.replace(/; it was left out\.$/, ''))).toEqual([
      'line 2: not JSON',
      'line 3: not JSON',
      'line 4: not a JSON object',
      'line 5: not a JSON object',
      'line 6: not a JSON object',
      'line 7: "answer" is missing',
      'line 8: "answer" must be text',
      'line 9: "id" must be text or a number',
      'line 10: "id" must be text or a number',
      'line 11: "id" is missing',
      'line 12: "id" is too large a number to be kept exactly and needs quotes around it',
      'line 13: "answer" has more than 100,000 characters',
      'line 14: not JSON',
      'line 15: not JSON',
    ]);
  });
  it.each([
    ['nothing', ''],
    ['blank lines', '\n \r\n\ufeff\n'],
  ])('refuses %s', async (_, input) => {
    expectRefused(await coach(['answer', '--json'], { input }), /^Standard input is empty/);
  });
  it('holds no more of a line than it takes', async () => {
    const child = start(['answer', '--json'], { node: ['--max-old-space-size=128'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    const over = once(child, 'close');
    const block = Buffer.alloc(1_000_000, 'a');
    for (let i = 0; i < 150; i++) if (!child.stdin.write(block)) await once(child.stdin, 'drain');
    child.stdin.end(`\n${answer('after')}\n`);
    expect(await over).toEqual([2, null]);
    expect(String(Buffer.concat(err))).toBe(
      'line 1: longer than 1,000,000 characters; it was left out.\n',
    );
    expect(jsonLines(String(Buffer.concat(out)))).toMatchObject([{ id: 'after' }]);
  });
  it('answers each line before the next comes', async () => {
    const child = start(['answer', '--json']);
    for (const id of ['1', '2']) {
      child.stdin.write(`${answer(id)}\n`);
      const [chunk] = await once(child.stdout, 'data');
      expect(jsonLines(String(chunk))).toMatchObject([{ id }]);
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });
  it('ends well where its reader leaves', async () => {
    const child = start(['answer', '--json']);
    const err: Buffer[] = [];
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.stdin.on('error', () => {});
    const over = once(child, 'close');
    child.stdin.write(`${answer('1')}\n`);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end(`${answer('2')}\n`.repeat(300));
    expect(await over).toEqual([0, null]);
    expect(String(Buffer.concat(err))).toBe('');
  });
});

describe('ask --json', () => {
  it('answers, declines and cares, a line for each', async () => {
    const asked = [
      'What score should I aim for on Step 2 CK?',
      'Who won the game?',
      'I want to kill myself',
    ];
    const input = [...asked, ''].map((question, id) => JSON.stringify({ id, question })).join('\n');
    const { code, out, complaints } = await coach(['ask', '--json'], {
      input: `${input}\n{"id":"x","question":[]}`,
    });
    expect(code).toBe(2);
    expect(complaints).toEqual(['line 5: "question" must be text; it was left out.']);
    const lines = jsonLines(out).map((line) => askLine.parse(line));
    expect(lines.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      '0 answer',
      '1 declined',
      '2 crisis',
      '3 declined',
    ]);
    expect(lines.map(({ citations }) => citations.length > 0)).toEqual([true, false, false, false]);
    expect(lines[2]?.answer).toContain('988');
  });
});
