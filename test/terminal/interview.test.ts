import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { coach, expectReadable, start } from './support.ts';

const GOOD =
  'I failed Step 1 because I read and did no questions, and that was my decision. Since then I did forty questions a day with a partner who checked my reasons, and my practice scores rose from 52 to 78 percent. I passed on the second try and got a 244 on Step 2 CK.';
const SEED = ['--seed', '7'];

describe('interview', () => {
  it('goes on to its debrief, the same for the same seed', async () => {
    const args = ['interview', '--situation', 'failed-step-1', '--rounds', '2', ...SEED];
    const input = `${GOOD}\n`.repeat(8);
    const first = await coach(args, { input });
    expect([first.code, first.err]).toEqual([0, '']);
    expectReadable(first.out);
    expect(first.out).toMatch(/Question 1 of 2[\s\S]*Question 2 of 2[\s\S]*\nDebrief\n/);
    expect(first.out).not.toContain('Question 3');
    expect((await coach(args, { input })).out).toBe(first.out);
  });
  it('hints, asks again, skips and ends as it is told to', async () => {
    const said = ['/hint', GOOD, '/retry', 'I failed.', '/skip', '/end', 'not heard'];
    const { code, out } = await coach(['interview', '--focus', 'failure', ...SEED], {
      input: said.join('\n'),
    });
    expect(code).toBe(0);
    expectReadable(out);
    expect(out).toMatch(
      /\n {2}Hint: [\s\S]*Question 1 of 5, again\n[\s\S]*Against your last try: [\s\S]*New: [\s\S]*Too short to hold on\s+to[\s\S]*\nDebrief\n/,
    );
    expect(out.match(/^Debrief$/gm)).toHaveLength(1);
  });
  it('does not count what is no answer', async () => {
    const { code, out } = await coach(['interview', ...SEED], { input: 'asdf\n\nlol\n' });
    expect(code).toBe(0);
    expect(out.match(/it doesn’t count/g)).toHaveLength(3);
    expect(out).toMatch(/Debrief\n {2}You answered nothing this time/);
  });
  it('cares for who is in trouble, and the question still stands', async () => {
    const { out } = await coach(['interview', '--rounds', '1', ...SEED], {
      input: `I want to kill myself\n/hint\n`,
    });
    expectReadable(out);
    expect(out).toMatch(/988[\s\S]*Hint: [\s\S]*You answered nothing/);
  });
  it('loses no answer that was met with care wrongly', async () => {
    const { out } = await coach(['interview', '--rounds', '1', ...SEED], {
      input: 'I want to kill myself\n/anyway\n/anyway\n/end\n',
    });
    expect(out).toMatch(/988[\s\S]*\/anyway takes it[\s\S]*5 words, about 2 s to say/);
    expect(out).toMatch(/nothing that I kept back[\s\S]*Debrief\n {2}1 answered/);
  });
  it('ends when it is over, though its input is open', async () => {
    const child = start(['interview', '--rounds', '1', ...SEED]);
    child.stdout.resume();
    child.stdin.write('/skip\n');
    expect(await once(child, 'close')).toEqual([0, null]);
  });
});
