import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TALK_COMMANDS } from '../../src/terminal/conversation/talk.ts';
import { coach, DRAFT, EXAMPLE, expectReadable, file, folder, start } from './support.ts';

const ANSWER =
  'My school never taught us for the exam and nobody told us what was on it, so of course I failed it and it was unfair of them.';

/** Says these lines to the coach; resolves to all that it prints. */
async function converse(lines: readonly string[], env: Record<string, string> = {}) {
  const { code, out, err } = await coach([], { input: lines.join('\n'), env });
  expect([code, err]).toEqual([0, '']);
  expectReadable(out);
  return out;
}

describe('a conversation', () => {
  it('welcomes, and ends with its input', async () => {
    const out = await converse([]);
    expect(out).toMatch(/^Match Coach: /);
    expect(out).toMatch(/Nothing leaves this machine/);
  });
  it('lists what it takes', async () => {
    const out = await converse(['/help']);
    for (const { usage } of TALK_COMMANDS) expect(out).toContain(`\n  ${usage}\n`);
  });
  it('takes anything for a question, with or without /ask', async () => {
    const question = 'What score should I aim for on Step 2 CK?';
    const [bare, slash] = [await converse([question]), await converse([`/ask ${question}`])];
    expect(bare).toMatch(/\n {2}From\n/);
    expect(slash).toBe(bare);
  });
  it('tells of each mistake in one sentence and goes on', async () => {
    const out = await converse([
      '/foo',
      '/review',
      '/review -',
      '/review no/such.txt',
      '/ask',
      '/interview nowhere',
      '/hint',
      '/end',
      'a'.repeat(100_001),
      'a'.repeat(1_000_001),
      '/HELP',
    ]);
    const told = out.split('/quit\n')[1]?.split('\n\n').slice(0, 10) ?? [];
    expect(told.map((text) => text.trim().replace(/\s+/g, ' '))).toEqual([
      'There is no /foo; /help lists what there is.',
      'Name the file of the draft: /review PATH.',
      'Name the file of the draft: /review PATH.',
      'There is no such file. Check the path and try again.',
      'Ask something: /ask should I move my exam date?',
      expect.stringMatching(/^There is no situation "nowhere"; choose one of low-step-1, .*\.$/),
      'No interview is open; /interview starts one.',
      'No interview is open; /interview starts one.',
      'That is longer than 100,000 characters; say it in fewer.',
      'That is longer than 100,000 characters; say it in fewer.',
    ]);
    expect(out).toContain('/interview [SITUATION]');
  });
  it('finds a draft as people type its path', async () => {
    const home = folder();
    file(home, 'my draft.txt', DRAFT);
    const out = await converse(
      [
        '/review ~/my draft.txt',
        `/review '${home}/my draft.txt'`,
        `/review ${home}/my\\ draft.txt`,
      ],
      { HOME: home, USERPROFILE: home },
    );
    expect(out.match(/^What stands$/gm)).toHaveLength(3);
  });
  it('holds one interview at a time, with everything else in between', async () => {
    const out = await converse([
      '/interview low-step-1',
      '/interview',
      `/review ${EXAMPLE}`,
      '/hint',
      ANSWER,
    ]);
    expect(out).toMatch(
      /Question 1 of 5[\s\S]*An interview is open; [\s\S]*What stands[\s\S]*Hint: [\s\S]*To change: It lands on somebody else\.[\s\S]*\nDebrief\n {2}1 answered/,
    );
  });
  it('stops at /quit, though its input is open', async () => {
    const child = start([]);
    child.stdout.resume();
    child.stdin.write('/quit\n');
    expect(await once(child, 'close')).toEqual([0, null]);
  });
});

describe('progress', () => {
  it('is kept from one conversation to the next, in figures alone', async () => {
    const root = folder();
    const env = { STORE_URL: `sqlite:${join(root, 'kept.sqlite')}` };
    expect(await converse(['/progress'], env)).toMatch(/\n {2}Nothing yet\./);
    await converse([`/review ${EXAMPLE}`, '/interview', ANSWER], env);
    const clean = file(root, 'clean.txt', 'I read every film twice, and then I ask. '.repeat(5));
    await converse([`/review ${clean}`, '/interview', ANSWER, '/end'], env);
    const out = await converse(['/progress'], env);
    expect(out).toMatch(/Your figures\n {2}2 reviews, 2 interviews\n/);
    expect(out).toMatch(
      /In your drafts\n(?: {2}.*\n)* {2}[■·]{2} {2}The result is put on others: in \d of 2, /,
    );
    expect(out).toMatch(
      /In your answers\n(?: {2}.*\n)* {2}[■·]{2} {2}It lands on somebody else: in 2 of 2, /,
    );
    expect(out).toMatch(/Not yet there in your last draft: /);
    const kept = readdirSync(root).filter((name) => name.startsWith('kept'));
    const bytes = kept.map((name) => readFileSync(join(root, name), 'latin1')).join('');
    for (const words of ['nobody told us', 'Okafor', 'never taught', 'scrubbed', 'example'])
      expect(bytes).not.toContain(words);
    expect(bytes).toContain('blame');
  });
  it('names the setting where it can’t be kept', async () => {
    const env = { STORE_URL: `sqlite:${join(folder(), 'no', 'such', 'folder.sqlite')}` };
    const out = await converse(['/progress', '/help'], env);
    expect(out).toMatch(/STORE_URL names a file that can’t be opened[\s\S]*\/help\n/);
  });
});

describe('what is said of privacy', () => {
  it('is that nothing leaves the machine, where there is no model', async () => {
    expect(await converse(['/quit'])).toMatch(/Nothing leaves this machine\./);
  });
  it('names the host that it is sent to, where there is one', async () => {
    const out = await converse(['/quit'], { OPENAI_BASE_URL: 'http://localhost:11434/v1' });
    expect(out.replace(/\s+/g, ' ')).toContain(
      'sent to the model at localhost:11434, and to nobody',
    );
    expect(out).not.toContain('Nothing leaves');
  });
});
