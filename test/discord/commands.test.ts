import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Channel, Person } from '../servers/discord/index.ts';
import { stage } from './support.ts';

const DRAFT = readFileSync(new URL('../../examples/statement.txt', import.meta.url), 'utf8');
const on = stage();
const here = () => ({ in: on.server.general });

describe('/ask', () => {
  it('answers in the channel with its sources, and shows the passages', async () => {
    const { ana } = on;
    const ed = on.discord.person('Ed');
    on.server.add(ed);
    const { acknowledged } = await ana.runs('/ask', { question: 'should i delay ck' }, here());
    expect(acknowledged).toBe('DeferredChannelMessageWithSource');
    const answer = await ana.sees(/Delay, that is/);
    expect(answer.ephemeral).toBe(false);
    expect(answer.text).toMatch(/From:/);
    await ed.sees(/Delay, that is/, { in: on.server.general, ever: true });
    on.discord.later(60);
    await ed.clicks('Show the passages');
    const passages = await ed.sees(/1\. Step 2 CK: Your Critical Second Chance/);
    // The answer stays as it is for everybody else, and its button works whenever it is pressed.
    expect(passages.ephemeral).toBe(true);
  });
  it('answers in private where that is wanted', async () => {
    const { ana } = on;
    await ana.runs('/ask', { question: 'who should write my letters', private: true }, here());
    expect((await ana.sees(/US-based IR attendings/)).ephemeral).toBe(true);
  });
  it('meets somebody in trouble with care and nothing else', async () => {
    const { ana } = on;
    await ana.runs('/ask', { question: 'i want to kill myself over this score' }, here());
    const care = await ana.sees(/988/);
    expect(care.text).not.toMatch(/From:|kill myself/);
    // Nobody else sees that she was met with it.
    expect(care.ephemeral).toBe(true);
    expect(on.discord.person('Ed').screen(on.server.general).join()).not.toMatch(/988/);
  });
});

describe('/review', () => {
  it('opens a modal, and reviews what is pasted into its two fields', async () => {
    const { ana } = on;
    await ana.runs('/review', {}, here());
    const seam = DRAFT.indexOf('\n\n', 800);
    await ana.submits({ first: DRAFT.slice(0, seam), second: DRAFT.slice(seam) });
    const glance = await ana.sees(/Your statement at a glance/);
    expect(glance.ephemeral).toBe(true);
    expect(glance.text).toMatch(/Fix this first[\s\S]*> The school changed the order/);
    await ana.clicks('To read and think about');
    await ana.sees(/To think about/);
    await ana.clicks('Read it here');
    expect((await ana.sees(/Explaining a setback · article/)).ephemeral).toBe(true);
  });
  it('reads a file that is uploaded with the command or in the modal', async () => {
    const { ana } = on;
    await ana.runs('/review', { draft: { name: 'draft.txt', content: DRAFT } }, { in: ana.dm });
    await ana.sees(/Your statement at a glance/);
    await ana.runs('/review', {}, here());
    await ana.submits({ file: { name: 'draft.md', content: DRAFT } });
    await ana.sees(/Your statement at a glance/);
  });
  it.each([
    ['empty.txt', '  ', /There is no text in this file/],
    [
      'picture.txt',
      Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      /a picture .{1,2}PNG.{1,2}, not a text/,
    ],
  ])('says in one sentence what is wrong with %s', async (name, content, sentence) => {
    await on.ana.runs('/review', { draft: { name, content } }, { in: on.ana.dm });
    await on.ana.sees(sentence);
  });
  it('of an empty paste says what to do', async () => {
    await on.ana.runs('/review', {}, here());
    await on.ana.submits({});
    await on.ana.sees(/Paste the draft, or attach it/);
  });
  it('reads a posted draft, or its file, from the message’s menu', async () => {
    const { ana } = on;
    await ana.runsOn('Review as statement', await ana.writes(DRAFT.slice(0, 1_900), here()));
    expect((await ana.sees(/Your statement at a glance/)).ephemeral).toBe(true);
    const long = await ana.writes(DRAFT.repeat(2), here());
    await ana.runsOn('Review as statement', long);
    await ana.sees(/Your statement at a glance/);
  });
  it('opens an interview on the question that it raises', async () => {
    await on.ana.clicks('Practise the question this raises');
    expect((await on.ana.sees(/Question 1 of 1/)).ephemeral).toBe(true);
    await on.ana.clicks('End');
    await on.ana.sees(/Debrief/);
  });
  it('leaves nothing of a draft in the log', () => {
    expect(on.logged.join('')).not.toMatch(/Okafor|Essex County/);
  });
});

describe('/progress and /privacy', () => {
  it('show figures, give a copy, and erase all of it', async () => {
    const { ana } = on;
    await ana.runs('/progress', {}, { in: ana.dm });
    // What was flagged in a draft is called what the review called it.
    await ana.sees(/Your figures[\s\S]*reviews[\s\S]*- The result is put on others: in/);
    await ana.runs('/privacy export', {}, { in: ana.dm });
    const copy = await ana.sees(/All that I keep of you, as JSON/);
    expect(copy.files.map(({ name }) => name)).toEqual(['match-coach.json']);
    expect(copy.files[0]?.text).not.toMatch(/Okafor/);
    await ana.runs('/privacy erase', {}, { in: ana.dm });
    await ana.clicks('Erase all of it');
    await ana.sees(/I keep nothing of you now/);
    await ana.runs('/privacy show', {}, { in: ana.dm });
    await ana.sees(/No figures\./);
  });
});

describe('a question without a command', () => {
  it('is answered in the DM, and where the bot is mentioned', async () => {
    const { ana } = on;
    await ana.writes('how many programs should i apply to', { in: ana.dm });
    await ana.sees(/Apply broadly/);
    await ana.writes('should i take a research year', { ...here(), mention: true });
    expect((await ana.sees(/dedicated research year/)).channel).toBe(on.server.general);
  });
  it('may follow up the one before', async () => {
    const answer = await on.ana.sees(/dedicated research year/, { ever: true });
    await on.ana.writes('and is that worth it for me?', { replyTo: answer });
    const second = await on.ana.sees(/dedicated research year/);
    // The chain is gone back to where it began.
    await on.ana.writes('and why?', { replyTo: second });
    await on.ana.sees(/dedicated research year/);
  });
  it('may follow up an answer to /ask, and in a DM what was just said', async () => {
    const { ana } = on;
    await ana.runs('/ask', { question: 'should i take a research year' }, here());
    await ana.writes('and is that worth it?', { replyTo: await ana.sees(/dedicated research/) });
    await ana.sees(/dedicated research year/);
    await ana.writes('should i take a research year', { in: ana.dm });
    await ana.sees(/dedicated research year/);
    await ana.writes('and why?');
    await ana.sees(/dedicated research year/);
  });
});

describe('the first use', () => {
  const NOTICE = /^Your draft is read and forgotten[\s\S]*\/privacy/;
  const BELOW = /From:[\s\S]*Your draft is read and forgotten/;
  const notices = (person: Person, where: Channel, what = NOTICE) =>
    person.screen(where).filter(({ text }) => what.test(text));
  it('tells each person once in a server and once in a DM what is kept', async () => {
    const ben = on.discord.person('Ben');
    await ben.runs('/progress', {}, here());
    expect((await ben.sees(NOTICE)).ephemeral).toBe(true);
    await ben.runs('/progress', {}, here());
    await ben.sees(/Nothing yet/);
    await ben.writes('does shadowing count', { in: ben.dm });
    await ben.sees(BELOW, { in: ben.dm });
    await ben.runs('/progress', {}, { in: ben.dm });
    await ben.sees(/Nothing yet/);
    expect(notices(ben, on.server.general)).toHaveLength(1);
    expect(notices(ben, ben.dm)).toEqual([]);
  });
  it('is not told what /help or /privacy has just said, and after erasing nothing is left', async () => {
    const cy = on.discord.person('Cy');
    await cy.runs('/help', {}, { in: cy.dm });
    await cy.sees(/I never write/);
    await cy.runs('/privacy show');
    await cy.sees(/That you were told this, in 1 place\./);
    expect(notices(cy, cy.dm)).toEqual([]);
    await cy.runs('/privacy erase');
    await cy.clicks('Erase all of it');
    await cy.sees(/I keep nothing of you now/);
    await cy.runs('/progress');
    await cy.sees(NOTICE);
  });
  it('by a mention tells a server once, for all to see', async () => {
    const server = on.discord.guild({ name: 'New' });
    const di = on.discord.person('Di');
    for (const text of ['does shadowing count', 'who should write my letters']) {
      await di.writes(text, { in: server.general, mention: true });
      await di.sees(/From:/, { in: server.general });
    }
    expect(notices(di, server.general, BELOW)).toHaveLength(1);
  });
});

describe('the app that a person installed', () => {
  it('works where the bot is not', async () => {
    const eve = on.discord.person('Eve');
    eve.installs();
    const elsewhere = on.discord.guild({ name: 'Elsewhere', bot: false, members: [eve] });
    await eve.runs('/ask', { question: 'does shadowing count' }, { in: elsewhere.general });
    await eve.sees(/consistent shadowing/);
    await eve.runs('/interview', { rounds: 1 });
    expect((await eve.sees(/Question 1 of 1[\s\S]*only you see/)).ephemeral).toBe(true);
  });
});
