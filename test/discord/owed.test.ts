import { describe, expect, it } from 'vitest';
import type { Person } from '../servers/discord/index.ts';
import { stage } from './support.ts';

const ANSWER =
  'It was a 204, and that was my own doing: I reread one book and tested nothing. Since then I do eighty questions a day with every miss logged, and Step 2 CK was a 246.';
const EDIT = 'PATCH /webhooks/:application/:token/messages/@original';
const FOLLOW_UP = 'POST /webhooks/:application/:token';
const POST = 'POST /channels/:id/messages';
/** What no repeated try gets over. */
const GONE = { status: 404, code: 10_015 };
const A_DAY = 25 * 60;
const on = stage();

/** A member of the server, whom the bot may write to. */
async function member(name: string): Promise<Person> {
  const person = on.discord.person(name);
  await person.runs('/privacy show', {}, { in: on.server.general });
  await person.sees(/What I keep/);
  return person;
}

/** Waits until the log has said something so many times. */
const logs = (what: string, times: number) =>
  expect.poll(() => on.logged.filter((line) => line.includes(what)).length).toBe(times);

/** Somebody who has answered the first of three questions in their DM. */
async function interviewed(name: string): Promise<Person> {
  const person = await member(name);
  await person.runs('/interview', { rounds: 3 }, { in: person.dm });
  await person.sees(/Question 1 of 3/);
  await person.clicks('Answer');
  await person.submits({ answer: ANSWER });
  await person.sees(/to say \(aim/);
  return person;
}

describe('feedback that could not be shown', () => {
  it('is there when the person comes back, with the question that follows', async () => {
    const ana = await member('Ana');
    await ana.runs('/interview', { rounds: 3 }, { in: ana.dm });
    await ana.sees(/Question 1 of 3/);
    on.discord.answers(POST, { ...GONE, in: ana.dm });
    ana.writes(ANSWER);
    await logs('"gone"', 1);
    await ana.runs('/interview');
    await ana.sees(/with 1 answer given/);
    await ana.clicks('Go on');
    await ana.sees(/Your last answer[\s\S]*to say \(aim[\s\S]*(?:Follow-up|Question 2 of 3)/);
  });
  it('is there when they say the same once more, and it counts once', async () => {
    const ben = await member('Ben');
    await ben.runs('/interview', { rounds: 3 }, { in: ben.dm });
    await ben.sees(/Question 1 of 3/);
    await ben.clicks('Answer');
    on.discord.answers(EDIT, { ...GONE, in: ben.dm });
    await ben.submits({ answer: ANSWER });
    await logs('"gone"', 2);
    const [asked] = ben.screen();
    if (asked) await ben.clicks('Answer', { on: asked });
    await ben.sees(/That question has passed/);
    ben.writes(ANSWER);
    await ben.sees(/Your last answer[\s\S]*to say \(aim/);
    await ben.runs('/interview');
    await ben.sees(/with 1 answer given/);
  });
});

describe('a button pressed twice', () => {
  it('counts once', async () => {
    const kim = await member('Kim');
    await kim.runs('/interview', { rounds: 3 }, { in: kim.dm });
    await kim.sees(/Question 1 of 3/);
    await Promise.all([kim.clicks('Skip'), kim.clicks('Skip')]);
    await kim.sees(/That question has passed/);
    await kim.runs('/interview');
    await kim.clicks('Go on');
    await kim.sees(/Question 2 of 3, again/);
  });
});

describe('a debrief that could not be shown', () => {
  it('comes with what the person does next, once', async () => {
    const cleo = await interviewed('Cleo');
    on.discord.answers(EDIT, { ...GONE, in: cleo.dm });
    on.discord.answers(FOLLOW_UP, { ...GONE, in: cleo.dm });
    await cleo.clicks('End');
    await logs('stays owed', 1);
    await cleo.runs('/privacy show');
    await cleo.sees(/answers of an interview that ended, until you have seen it/);
    const debrief = await cleo.sees(/could not be shown[\s\S]*\*\*Debrief\*\*/);
    expect(debrief.files[0]?.text).toContain('every miss logged');
    await cleo.runs('/privacy show');
    await cleo.sees(/What I keep/);
    await cleo.runs('/progress');
    await cleo.sees(/1 interview/);
    const debriefs = cleo.screen().filter(({ text }) => /\*\*Debrief\*\*/.test(text));
    expect(debriefs).toHaveLength(1);
  });
});

describe('an interview that was left alone for a day', () => {
  it('in a DM closes there', async () => {
    const dana = await interviewed('Dana');
    on.discord.later(A_DAY);
    await on.serving.closeIdle();
    await dana.sees(/\*\*Debrief\*\*[\s\S]*Three drills/);
  });
  it('in a DM that could not be reached is told there later', async () => {
    const eli = await interviewed('Eli');
    on.discord.later(A_DAY);
    on.discord.answers(POST, { status: 400, in: eli.dm });
    await on.serving.closeIdle();
    await on.serving.closeIdle();
    await eli.sees(/\*\*Debrief\*\*[\s\S]*Three drills/);
  });
  it('in replies is told with what the person does next', async () => {
    const fay = on.discord.person('Fay');
    const strict = on.discord.guild({ botPermissions: ['ViewChannel', 'SendMessages'] });
    await fay.runs('/interview', { rounds: 3 }, { in: strict.general });
    await fay.sees(/Question 1 of 3/);
    await fay.clicks('Answer');
    await fay.submits({ answer: ANSWER });
    await fay.sees(/to say \(aim/);
    on.discord.later(A_DAY);
    await on.serving.closeIdle();
    await on.serving.closeIdle();
    await fay.runs('/interview', { rounds: 1 });
    await fay.sees(/Question 1 of 1/);
    const debrief = await fay.sees(/could not be shown[\s\S]*\*\*Debrief\*\*/);
    expect(debrief.ephemeral).toBe(true);
    await fay.runs('/help');
    await fay.sees(/I never write/);
    expect(fay.screen().filter(({ text }) => /Three drills/.test(text))).toHaveLength(1);
  });
});
