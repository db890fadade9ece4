import { PassThrough, Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entered } from '../../src/terminal/conversation/lines.ts';
import { pathOf } from '../../src/terminal/conversation/path.ts';
import { LONGEST_LINE, linesOf } from '../../src/terminal/input-lines.ts';

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of source) list.push(item);
  return list;
}

describe('lines of a pipe', () => {
  it('are the same however the bytes come', async () => {
    const piece = fc.constantFrom('a', 'é', '🩻', '\u2028', '\r', '\n', '\r\n', ' ', '\0');
    await fc.assert(
      fc.asyncProperty(fc.array(piece), fc.array(fc.nat(5)), async (pieces, sizes) => {
        const text = pieces.join('');
        const bytes = Buffer.from(text);
        const chunks: Uint8Array[] = [];
        let at = 0;
        for (const size of [...sizes, bytes.length]) {
          chunks.push(bytes.subarray(at, at + size));
          at += size;
        }
        const whole = text.split('\n').map((line) => line.replace(/\r$/, ''));
        if (text === '' || text.endsWith('\n')) whole.pop();
        // A last line that is a lone carriage return is no line.
        const lines = await all(linesOf(Readable.from(chunks)));
        expect(lines).toEqual(whole);
      }),
    );
  });
  it('are left out where they are too long, and the next is whole', async () => {
    const long = 'x'.repeat(LONGEST_LINE);
    const lines = await all(linesOf(Readable.from([long, '\n', long, 'x', '\nend'])));
    expect(lines).toEqual([long, undefined, 'end']);
  });
});

describe('what is typed', () => {
  const terminal = () => {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    return { input, texts: entered(input, new PassThrough().resume(), '> ') };
  };
  it('comes line by line, and pasted lines as one text', async () => {
    const { input, texts } = terminal();
    const first = texts.next();
    input.write('one\n');
    expect(await first).toEqual({ done: false, value: 'one' });
    const second = texts.next();
    input.write('two\n\nthree\n');
    expect(await second).toEqual({ done: false, value: 'two\n\nthree' });
    const last = texts.next();
    input.end('four');
    expect([await last, await texts.next()]).toEqual([
      { done: false, value: 'four' },
      { done: true, value: undefined },
    ]);
  });
  it('leaves the terminal alone once nobody listens', async () => {
    const { input, texts } = terminal();
    const first = texts.next();
    input.write('/quit\n');
    await first;
    await texts.return(undefined);
    expect(input.isPaused()).toBe(true);
  });
});

describe('a path', () => {
  it.each([
    ['a.txt', 'a.txt'],
    ['  my draft.txt ', 'my draft.txt'],
    ['"my draft.txt"', 'my draft.txt'],
    ["'it\\'s.txt'", "it\\'s.txt"],
    ['/a/my\\ draft\\(1\\).txt', '/a/my draft(1).txt'],
    ['a~/b', 'a~/b'],
    ['~name', '~name'],
    ['', ''],
  ])('%j is %j', (typed, path) => expect(pathOf(typed, false)).toBe(path));
  it('may start at home', () => {
    expect(pathOf('~/x.txt', false)).toMatch(/^(?!~).+[/\\]x\.txt$/);
  });
  it('keeps its backslashes on Windows', () => {
    expect(pathOf('C:\\Users\\me\\my draft.txt', true)).toBe('C:\\Users\\me\\my draft.txt');
  });
});
