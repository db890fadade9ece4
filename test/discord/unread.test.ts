import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stage } from './support.ts';

const DRAFT = readFileSync(new URL('../../examples/statement.txt', import.meta.url), 'utf8');
const HOW_TO_REVIEW = /hold \(or right-click\) its message, then Apps/;
const file = (name: string, content = DRAFT) => ({ name, content });
const on = stage();
const here = () => ({ in: on.server.general });

describe('a message that asks nothing that can be read', () => {
  it('with a draft is told how to have it reviewed, and the file is not answered as a question', async () => {
    const { ana } = on;
    await ana.writes('', { in: ana.dm, attachments: [file('draft.docx')] });
    await ana.sees(HOW_TO_REVIEW);
    const ben = on.discord.person('Ben');
    await ben.writes('can you review this?', { in: ben.dm, attachments: [file('draft.txt')] });
    expect((await ben.sees(HOW_TO_REVIEW)).text).not.toMatch(/From:/);
    const danger = 'i want to kill myself, here is the draft';
    await ben.writes(danger, { in: ben.dm, attachments: [file('draft.txt')] });
    await ben.sees(/988/);
  });
  it('and is a draft itself, pasted, is told the same', async () => {
    const { ana } = on;
    await ana.writes(DRAFT.slice(0, 1_900), { in: ana.dm });
    const { text } = await ana.sees(HOW_TO_REVIEW);
    expect(text).not.toMatch(/From:|I'm stopping here/);
  });
  it('but a mention is told what can be asked', async () => {
    await on.ana.writes('', { ...here(), mention: true });
    await on.ana.sees(/Ask me in the same message/);
  });
  it('since the mention was left off a reply is told so, once', async () => {
    const { ana } = on;
    await ana.writes('does shadowing count', { ...here(), mention: true });
    const answer = await ana.sees(/consistent shadowing/);
    await ana.writes('and how much of it?', { replyTo: answer, ping: false });
    await ana.sees(/I can only read what mentions me/);
    await ana.writes('hello?', { replyTo: answer, ping: false });
    await ana.writes('does shadowing count', { ...here(), mention: true });
    await ana.sees(/consistent shadowing/);
    const told = ana.screen(on.server.general).filter(({ text }) => /I can only read/.test(text));
    expect(told).toHaveLength(1);
  });
  it('but was meant as an answer in an interview’s thread is told how to answer', async () => {
    const cleo = on.discord.person('Cleo');
    await cleo.runs('/interview', { rounds: 1 }, here());
    const question = await cleo.sees(/Question 1 of 1/);
    await cleo.writes('It was a 204, and that was my own doing.', { in: question.channel });
    await cleo.sees(/Press \*Answer\*, or mention me with your answer/, { in: question.channel });
    await cleo.writes('It was a 204, and that was my own doing.', {
      in: question.channel,
      mention: true,
    });
    await cleo.sees(/to say \(aim/);
  });
  it('and is for nobody here is left alone', async () => {
    const dan = on.discord.person('Dan');
    await dan.writes('morning all', here());
    await dan.runs('/help', {}, here());
    await dan.sees(/I never write/);
    const said = dan
      .screen(on.server.general)
      .filter(({ text }) => /Ask me in|mentions me/.test(text));
    expect(said.length).toBeLessThanOrEqual(2);
  });
});

describe('a message with several things in it that could be the draft', () => {
  it('says which was reviewed', async () => {
    const { ana } = on;
    const posted = await ana.writes(`${'my worry about this is long '.repeat(8)}`, {
      ...here(),
      attachments: [file('one_two.txt'), file('older.txt', DRAFT.slice(0, 900))],
    });
    await ana.runsOn('Review as statement', posted);
    const review = await ana.sees(/at a glance/);
    expect(review.reads).toContain(
      'I read one_two.txt of that message, and left out its other files and its text.',
    );
  });
});
