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
