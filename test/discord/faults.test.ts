import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { serve } from '../../src/discord/serve.ts';
import { Unusable } from '../../src/unusable.ts';
import { wire } from '../../src/wire.ts';
import { stage, start } from './support.ts';

const on = stage();
const here = () => ({ in: on.server.general });

describe('an event delivered twice', () => {
  it('is acknowledged and answered once', async () => {
    on.discord.delivers('INTERACTION_CREATE', { copies: 3 });
    await on.ana.runs('/help', {}, here());
    await on.ana.sees(/I never write a sentence for you/);
    await on.ana.runs('/progress', {}, here());
    await on.ana.sees(/Nothing yet/);
    const helped = on.ana
      .screen(on.server.general)
      .filter(({ text }) => /I never write/.test(text));
    expect(helped).toHaveLength(1);
  });
});

describe('a REST side in trouble', () => {
  const EDIT = 'PATCH /webhooks/:application/:token/messages/@original';
  it.each([
    ['too many requests', { status: 429, retryAfter: 0.2 }],
    ['an error of its own', { status: 500 }],
  ])('is asked again after %s', async (_, fault) => {
    on.discord.answers(EDIT, fault);
    await on.ana.runs('/privacy show', {}, here());
    await on.ana.sees(/What I keep of you now/);
  });
  it.each([
    ['breaks off before it has taken the acknowledgement', { cut: true }],
    ['breaks off after it has taken it', { cut: true, done: true }],
    ['says nothing', { never: true, done: true }],
    ['fails after it has taken it', { status: 502, done: true }],
  ])('is asked again where it %s', async (_, fault) => {
    on.discord.answers('POST /interactions/:id/:token/callback', fault);
    await on.ana.runs('/privacy show', {}, here());
    await on.ana.sees(/What I keep of you now/);
  });
  it.each([
    ['before', { cut: true }],
    ['after', { cut: true, done: true }],
  ])('has a post once where the connection breaks off %s it was made', async (when, fault) => {
    const asks = on.discord.person(`asks ${when}`);
    on.discord.answers('POST /channels/:id/messages', fault);
    asks.writes('does shadowing count', { in: asks.dm });
    await asks.sees(/consistent shadowing/);
    await asks.runs('/help');
    await asks.sees(/I never write/);
    const said = asks.screen().filter(({ text }) => /consistent shadowing/.test(text));
    expect(said).toHaveLength(1);
  });
  it('that has forgotten the interaction is ordinary', async () => {
    on.discord.answers(EDIT, { status: 404, code: 10_062 });
    const { failed } = await on.ana.runs('/help', {}, here());
    expect(failed).toBe(false);
    await expect.poll(() => on.logged.join('')).toContain('"gone"');
    on.discord.calmsDown();
  });
});

describe('a gateway that is cut', () => {
  it('is resumed, and what happened meanwhile is answered', async () => {
    on.discord.gateway.cut();
    await on.ana.runs('/ask', { question: 'does shadowing count' }, here());
    await on.ana.sees(/consistent shadowing/);
  });
});

describe('a second start', () => {
  const commands = () =>
    Object.entries(on.discord.log.counts)
      .filter(([route]) => /^(?:POST|PATCH|PUT|DELETE) .*commands/.test(route))
      .reduce((sum, [, n]) => sum + Number(n), 0);
  it('writes no command that is as it was', async () => {
    const before = commands();
    await (await start(on.discord)).stop();
    expect(commands()).toBe(before);
  });
  it('without a token says where to get one', async () => {
    const config = readConfig({ STORE_URL: 'memory:' });
    await expect(serve(wire(config), config, pino({ level: 'silent' }))).rejects.toThrow(Unusable);
  });
});

describe('an interview whose thread comes to nothing', () => {
  const POST = 'POST /channels/:id/messages';
  it.each([
    ['can’t be made', 'POST /channels/:id/threads', { status: 400, code: 160_006 }],
    ['can’t be joined', 'PUT /channels/:id/thread-members/:user', { status: 403, code: 50_001 }],
    ['can’t be written to', POST, { status: 404, code: 10_003 }],
  ])('as it %s goes on in replies, and the person is told', async (why, route, fault) => {
    const gil = on.discord.person(`Gil, ${why}`);
    on.discord.answers(route, { ...fault, in: on.server.general });
    await gil.runs('/interview', { rounds: 1 }, here());
    const question = await gil.sees(/Question 1 of 1[\s\S]*couldn’t open a private thread/);
    expect(question.ephemeral).toBe(true);
    await gil.clicks('Skip');
    await gil.sees(/\*\*Debrief\*\*/);
    expect(gil.threads).toEqual([]);
  });
  it('because it was deleted goes on where the person is', async () => {
    const hal = on.discord.person('Hal');
    await hal.runs('/interview', { rounds: 2 }, here());
    await hal.sees(/Question 1 of 2/);
    const [thread] = hal.threads;
    if (thread) on.discord.deletes(thread);
    await hal.runs('/interview', {}, here());
    await hal.clicks('Go on');
    await hal.sees(/Question 1 of 2/);
    await hal.clicks('Skip');
    await hal.sees(/Question 2 of 2/);
  });
});

describe('an answer whose acknowledgement gets lost', () => {
  it('counts, if Discord took it', async () => {
    const ida = on.discord.person('Ida');
    await ida.runs('/interview', { rounds: 2 }, { in: ida.dm });
    await ida.sees(/Question 1 of 2/);
    await ida.clicks('Answer');
    const callback = 'POST /interactions/:id/:token/callback';
    on.discord.answers(callback, { cut: true, done: true });
    on.discord.answers(callback, { cut: true, times: 2 });
    await ida.submits({ answer: 'I reread one book and tested nothing; I changed that.' });
    await ida.sees(/to say \(aim/);
  });
});

describe('what happens to a bot every day', () => {
  const gone = () => on.logged.filter((line) => line.includes('"gone"')).length;
  const inDm = async (name: string) => {
    const person = on.discord.person(name);
    await person.runs('/help', {}, here());
    await person.sees(/I never write/);
    await person.runs('/interview', { rounds: 2 }, { in: person.dm });
    await person.sees(/Question 1 of 2/);
    return person;
  };
  it('a DM that was closed keeps the answer, and /interview shows what came of it', async () => {
    const jo = await inDm('Jo');
    const before = gone();
    jo.closesDms();
    jo.writes('I reread one book and tested nothing; I changed that.');
    await expect.poll(gone).toBe(before + 1);
    await jo.runs('/interview');
    await jo.clicks('Go on');
    await jo.sees(/Your last answer[\s\S]*to say \(aim/);
  });
  it('a press that comes too late changes nothing', async () => {
    const lu = await inDm('Lu');
    const before = gone();
    on.discord.delivers('INTERACTION_CREATE', { late: 3_200 });
    expect((await lu.clicks('Skip')).failed).toBe(true);
    await expect.poll(gone, { timeout: 5_000 }).toBe(before + 1);
    await lu.clicks('Skip');
    await lu.sees(/Question 2 of 2/);
  });
  it('a server that puts the bot out ends nothing: the interview goes on in a DM', async () => {
    const server = on.discord.guild({ name: 'Strict' });
    const max = on.discord.person('Max');
    max.installs();
    await max.runs('/interview', { rounds: 2 }, { in: server.general });
    await max.sees(/Question 1 of 2/);
    server.kicksBot();
    await max.runs('/interview', {}, { in: max.dm });
    await max.clicks('Go on');
    await max.sees(/Question 1 of 2/);
    await max.clicks('Skip');
    await max.sees(/Question 2 of 2/);
  });
  it('a channel where it may not write leaves a question there unanswered, and the log quiet', async () => {
    const { ana, server } = on;
    const before = gone();
    const quiet = server.channel('quiet', { botPermissions: ['ViewChannel'] });
    ana.writes('does shadowing count', { in: quiet, mention: true });
    await expect.poll(gone).toBe(before + 1);
    expect(on.logged.join('')).not.toMatch(/"reference"/);
  });
});
