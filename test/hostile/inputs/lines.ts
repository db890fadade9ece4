import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { door, type Given } from '../command-line.ts';
import { DRAFT, MB, QUESTION } from '../draft.ts';

const json = door('JSON lines');
const ask = (input: Given['input']): Given => ({ args: ['ask', '--json'], input: input ?? '' });
const answer = (input: Given['input']): Given => ({
  args: ['answer', '--json'],
  input: input ?? '',
});
const asked = (question: unknown, id: unknown = '1') => JSON.stringify({ id, question });

/** What should be one JSON object a line. */
export const jsonLines = [
  json('nothing', 2, /empty/, ask('')),
  json('no JSON', 2, /not JSON/, ask(DRAFT.split('\n')[0] ?? '')),
  json('lists 500,000 deep', 2, /not JSON/, { ...ask(() => '['.repeat(500_000)), short: true }),
  json(
    'objects 100,000 deep',
    2,
    /not JSON/,
    ask(() => '{"a":'.repeat(100_000)),
  ),
  json('a question that is lists 200,000 deep', 2, /must be text/, {
    ...ask(() => `{"id":1,"question":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
  }),
  json('a line of 300 MB', 2, /longer than/, {
    ...ask(() => Buffer.alloc(300 * MB, 'a')),
  }),
  json(
    'a question of 900,000 letters',
    2,
    /has more than/,
    ask(() => asked('why '.repeat(225_000))),
  ),
  json(
    '200,000 lines of nothing',
    2,
    /empty/,
    ask(() => '\n'.repeat(200_000)),
  ),
  json(
    '20,000 lines that are none',
    2,
    /not JSON/,
    ask(() => 'a\n'.repeat(20_000)),
  ),
  json('an id that is an object', 2, /"id" must be/, ask(asked('a', {}))),
  json('an id of 10^400', 2, /"id" must be|too large/, ask('{"id":1e400,"question":"a"}')),
  json('an id that steers', 0, /"id"/, ask(asked(QUESTION, '\u001b[2J'))),
  json(
    '__proto__ beside the question',
    0,
    /"kind"/,
    ask(`{"__proto__":{"id":"x"},"id":"1","question":"${QUESTION}"}`),
  ),
  json('a question that is null', 2, /must be text/, ask(asked(null))),
  json('a question of half a letter', 0, /"kind"/, ask('{"id":"1","question":"why \\ud800 me"}')),
  json('bytes that are no text', 2, /not JSON/, ask(Buffer.alloc(9_000, 0xfe))),
  json('an answer of 100,000 letters', 0, /"words"/, {
    ...answer(() =>
      JSON.stringify({ id: 1, question: 'Why?', answer: 'I did it, um, so. '.repeat(5_500) }),
    ),
  }),
  json('an answer without a question', 2, /"question" is missing/, answer('{"id":1,"answer":"a"}')),
  json('a question of 100,000 letters about an answer', 0, /"words"/, {
    ...answer(() => JSON.stringify({ id: 1, question: 'why '.repeat(25_000), answer: DRAFT })),
  }),
];

const talk = door('a conversation');
const said = (input: Given['input'], more: Given = {}): Given => ({
  args: [],
  input: input ?? '',
  ...more,
});
const hello = /^0: |Match Coach/;

/** What is typed in a conversation. */
export const conversation = [
  talk('/interview __proto__', 0, hello, { ...said('/interview __proto__\n/end\n'), short: true }),
  talk(
    '/constructor and what else every object has',
    0,
    hello,
    said('/constructor\n/__proto__\n/toString\n'),
  ),
  talk('signs that steer, as a command, an answer and a question', 0, hello, {
    ...said(
      '/\u001b[2J\n\u001b]0;x\u0007 why\n/interview \u001b[31m\n/interview\n\u009b31m I did it.\n/end\n',
    ),
  }),
  talk(
    'a line of 200 MB',
    0,
    hello,
    said(() => Buffer.alloc(200 * MB, 'a')),
  ),
  talk('300 commands that there aren’t', 0, hello, said('/none\n'.repeat(300))),
  talk('200 interviews begun and ended', 0, hello, said('/interview\n/end\n'.repeat(200))),
  talk(
    'an answer of 100,000 letters',
    0,
    hello,
    said(() => `/interview\n${'I did it. '.repeat(9_990)}\n/end\n`),
  ),
  talk(
    '100 hints and retries',
    0,
    hello,
    said(`/interview\n${'/hint\n/retry\n/skip\n'.repeat(100)}/end\n`),
  ),
  talk('/review of a device, a folder and a link to itself', 0, hello, {
    ...said('/review /dev/zero\n/review .\n/review loop\n/about loop\n/say loop\n'),
    prepare: (folder) => symlinkSync('loop', join(folder, 'loop')),
  }),
  talk(
    '/review of a name in quotes that never close',
    0,
    hello,
    said(`/review "${'\\'.repeat(5_000)}\n`),
  ),
  talk(
    '/progress into another kind of file',
    0,
    hello,
    said('/progress /etc/passwd\n/progress ../a.exe\n'),
  ),
  talk('bytes that are no text', 0, hello, said(Buffer.alloc(5_000, 0xff))),
  talk('carriage returns and NULs', 0, hello, said('\r\n\0\r\n\0/help\0\r\n')),
  talk('a store that is cut in its middle', 0, hello, {
    ...said('/progress\n/quit\n', { env: { STORE_URL: 'sqlite:s.sqlite' } }),
    prepare: (folder) =>
      writeFileSync(
        join(folder, 's.sqlite'),
        Buffer.from(`SQLite format 3\0${'\u0001'.repeat(3_000)}`),
      ),
  }),
];
