import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coach, EXAMPLE, expectReadable, expectRefused, folder, ROOT } from './support.ts';

const COMMANDS = ['review', 'answer', 'ask', 'interview', 'check', 'serve'];

describe('help', () => {
  it('lists every command', async () => {
    const { code, out, err } = await coach(['--help']);
    expect([code, err]).toEqual([0, '']);
    expectReadable(out);
    for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  });
  it.each(COMMANDS)('says how to use %s', async (name) => {
    const { code, out, err } = await coach([name, '--help']);
    expect([code, err]).toEqual([0, '']);
    expectReadable(out);
    expect(out).toMatch(`Usage: coach ${name}`);
    expect((await coach(['help', name])).out).toBe(out);
  });
  it('knows its version', async () => {
    expect(await coach(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n', err: '' });
  });
});

describe('unusable arguments', () => {
  it.each<[string, string[], RegExp]>([
    ['a command that is none', ['reviw', '--json', 'a.txt'], /no command "reviw"; coach --help/],
    ['an option that is none', ['--bogus'], /no option "--bogus"; coach --help/],
    ['help for a command that is none', ['help', 'reviw'], /no command "reviw"; coach --help/],
    ['a draft without a name', ['review', ''], /^"": There is no such file/],
    [
      'a command’s option that is none',
      ['review', '--bogus', EXAMPLE],
      /^Unknown option '--bogus'; --help/,
    ],
    ['no draft', ['review'], /^Missing required argument 'file'; --help/],
    ['a draft that is not there', ['review', 'gone.txt'], /^gone\.txt: There is no such file/],
    ['a folder for a draft', ['review', ROOT], /This is a folder/],
    ['nothing to ask', ['ask'], /Ask something: coach ask "/],
    ['only spaces to ask', ['ask', '  ', ''], /Ask something: coach ask "/],
    ['a question beside --json', ['ask', '--json', 'why'], /not both/],
    ['answers in no known shape', ['answer'], /add --json/],
    ['too many rounds', ['interview', '--rounds', '13'], /between 1 and 12/],
    ['no rounds', ['interview', '--rounds', '0'], /between 1 and 12/],
    ['rounds that are no number', ['interview', '--rounds', 'two'], /whole number/],
    ['a seed that is no number', ['interview', '--seed', '1.5'], /whole number/],
    ['a situation that is none', ['interview', '--situation', 'x'], /low-step-1, failed-step-1/],
    ['a theme that is none', ['interview', '--focus', 'x'], /no theme "x"; choose one of .*why-ir/],
    ['a folder to check that is not there', ['check', '/no/where'], /no folder \/no\/where/],
    ['a file to check', ['check', EXAMPLE], /There is no folder/],
    ['two folders to check', ['check', 'a', 'b'], /^Too many arguments/],
    ['the bot without a token', ['serve'], /DISCORD_TOKEN/],
  ])('%s', async (_, args, what) => {
    expectRefused(await coach(args), what);
  });
  it('never steer the terminal', async () => {
    const { err } = await coach(['review', '\u001b[31mred\u0007.txt']);
    expect(err).toMatch(/^\[31mred\.txt: There is no such file/);
  });
  it('name the variable that is wrong', async () => {
    const env = { STORE_URL: 'postgres://x' };
    expectRefused(
      await coach(['check'], { env }),
      /^STORE_URL must be sqlite:PATH, redis:\/\/HOST:PORT\/DATABASE, rediss:\/\/… or memory:/,
    );
  });
});

describe('check', () => {
  it('counts what is well', async () => {
    const { code, out, err } = await coach(['check']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^\d+ passages, \d+ questions, \d+ criteria, \d+ prompts: all well\.\n$/);
  });
  it('names the file and the line of what is wrong in another folder', async () => {
    const root = join(folder(), 'mine');
    cpSync(join(ROOT, 'knowledge'), root, { recursive: true });
    writeFileSync(join(root, 'rubric/drills.yaml'), '- one\n- [two\n');
    const { code, out, complaints } = await coach(['check', root]);
    expect([code, out]).toEqual([1, '']);
    expect(complaints[0]).toMatch(new RegExp(`^${root}/rubric/drills\\.yaml:\\d: `));
    expect(complaints.at(-1)).toMatch(/^\d+ problems?\.$/);
  });
});

describe('a coach that fails', () => {
  it('says why in one line and ends with 1', async () => {
    const root = folder();
    for (const name of ['dist', 'knowledge', 'package.json'])
      cpSync(join(ROOT, name), join(root, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'dir');
    writeFileSync(join(root, 'knowledge/rubric/statement/blame.yaml'), 'id: [blame\n');
    const main = join(root, 'dist/main.js');
    const { code, out, complaints } = await coach(['review', EXAMPLE], { main });
    expect([code, out]).toEqual([1, '']);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(
      /^The coach failed: knowledge\/rubric\/statement\/blame\.yaml:\d/,
    );
  });
});
