import { ChannelType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Person } from '../servers/discord/index.ts';
import { stage } from './support.ts';

const ANSWER =
  'It was a 204, and that was my own doing: I reread one book and tested nothing. Since then I do eighty questions a day with every miss logged, and Step 2 CK was a 246.';
const on = stage();
const here = () => ({ in: on.server.general });

describe('an interview in a server', () => {
  it('is held in a private thread, from question to debrief', async () => {
    const { ana } = on;
    await ana.runs('/interview', { rounds: 1 }, here());
    await ana.sees(/Your interview is in/);
    const [thread] = ana.threads;
    if (!thread) throw new Error('no thread');
    expect(thread.type).toBe(ChannelType.PrivateThread);
    const question = await ana.sees(/Question 1 of 1/, { in: thread });
    expect(question.ephemeral).toBe(false);
    await ana.clicks('Hint', { in: thread });
    await ana.sees(/\*\*Hint\*\*/, { in: thread });
    await ana.clicks('Answer', { in: thread });
    await ana.submits({ answer: ANSWER });
    const feedback = await ana.sees(/words, about .* to say/, { in: thread });
    if (!/Debrief/.test(feedback.text)) await ana.clicks('End', { in: thread });
    const debrief = await ana.sees(/\*\*Debrief\*\*[\s\S]*Three drills/, { in: thread });
    expect(debrief.files[0]?.text).toContain('every miss logged');
    expect(debrief.buttons.map(({ label }) => label)).toEqual(['Read it here']);
  });
  it('is over then: its buttons say so', async () => {
    await on.ana.clicks('Skip');
    await on.ana.sees(/No interview of yours is open/);
  });
  it('is held in replies that only the person sees where the bot may make no thread', async () => {
    const cleo = on.discord.person('Cleo');
    const strict = on.discord.guild({
      name: 'Strict',
      botPermissions: ['ViewChannel', 'SendMessages'],
    });
    await cleo.runs('/interview', { rounds: 1 }, { in: strict.general });
    expect((await cleo.sees(/Question 1 of 1[\s\S]*may not make/)).ephemeral).toBe(true);
    await cleo.clicks('Answer');
    await cleo.submits({ answer: ANSWER });
    const feedback = await cleo.sees(/to say \(aim/);
    expect(feedback.ephemeral).toBe(true);
    if (!/Debrief/.test(feedback.text)) await cleo.clicks('End');
    await cleo.sees(/\*\*Debrief\*\*/);
  });
});

describe('starting anew in a server', () => {
  it('is done in a thread as well, and that place is told truly', async () => {
    const dora = on.discord.person('Dora');
    await dora.runs('/interview', { rounds: 2 }, here());
    await dora.sees(/Your interview is in <#\d+>. Only you and this server’s moderators/);
    await dora.runs('/interview', { rounds: 3 }, here());
    await dora.clicks('Start anew');
    await dora.sees(/Your interview is in/);
    expect(dora.threads).toHaveLength(2);
    const question = await dora.sees(/Question 1 of 3/);
    expect(dora.threads).toContain(question.channel);
  });
});

describe('an interview in the DM', () => {
  let ben: Person;
  it('takes what is typed for an answer, once, however often it is delivered', async () => {
    ben = on.discord.person('Ben');
    await ben.runs('/interview', { rounds: 4 }, { in: ben.dm });
    await ben.sees(/Question 1 of 4/);
    on.discord.delivers('MESSAGE_CREATE', { copies: 2 });
    await ben.writes(ANSWER, { in: ben.dm });
    await ben.sees(/to say \(aim/);
    await ben.runs('/help', {}, { in: ben.dm });
    await ben.sees(/I never write a sentence for you/);
    const said = ben.screen(ben.dm).filter(({ text }) => /to say \(aim/.test(text));
    expect(said).toHaveLength(1);
  });
  it('can be resumed by the command, and tried again with the difference shown', async () => {
    await ben.runs('/interview', {}, { in: ben.dm });
    await ben.sees(/You have an interview open/);
    await ben.clicks('Go on');
    await ben.sees(/Your last answer[\s\S]*again/);
    await ben.clicks('Try again');
    await ben.sees(/Question 1 of 4, again/);
    await ben.clicks('Answer');
    await ben.submits({ answer: `${ANSWER} ${ANSWER}` });
    const { text } = await ben.sees(/Against your last try/);
    // By what the rubric calls them, as everywhere.
    expect(text).toMatch(/Gone: Too short to hold on to/);
    expect(text).not.toMatch(/too-short/);
  });
  it('has buttons that act on no other interview', async () => {
    const old = await ben.sees(/Question 1 of 4/, { ever: true });
    await ben.runs('/interview', { rounds: 2 }, { in: ben.dm });
    await ben.clicks('Start anew', { on: await ben.sees(/You have an interview open/) });
    await ben.sees(/Question 1 of 2/);
    await ben.clicks('Skip', { on: old });
    await ben.sees(/That question has passed/);
    await ben.runs('/interview', {}, { in: ben.dm });
    await ben.clicks('Go on', { on: await ben.sees(/You have an interview open/) });
    await ben.sees(/Question 1 of 2/);
  });
  it('answers a joke by asking again', async () => {
    await ben.writes('lol idk', { in: ben.dm });
    await ben.sees(/doesn’t count/);
  });
  it('stops for somebody in trouble', async () => {
    await ben.writes('honestly i just want to be dead', { in: ben.dm });
    await ben.sees(/988[\s\S]*The interview can wait/);
  });
  it('takes what it met with care all the same, if that was wrong', async () => {
    await ben.clicks('It was my answer');
    await ben.sees(/to say \(aim/);
    await ben.clicks('Answer');
    await ben.submits({ answer: 'honestly i just want to be dead' });
    const care = await ben.sees(/988/);
    await ben.clicks('It was my answer', { on: care });
    await ben.sees(/to say \(aim/);
  });
});
