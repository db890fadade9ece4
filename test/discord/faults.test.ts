import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { serve } from '../../src/discord/serve.ts';
import { Unusable } from '../../src/unusable.ts';
import { wire } from '../../src/wire.ts';
import { type Someone, textOf, until } from '../servers/local-discord/person.ts';
import type { Channel } from '../servers/local-discord/world.ts';
import { stage } from './support.ts';

let ana: Someone;
let server: Channel;
const on = stage((discord) => {
  ana = discord.person('Ana');
  server = discord.channel(discord.guild('IR hopefuls'));
});
const count = (pattern: RegExp) => ana.screen().filter((m) => pattern.test(textOf(m))).length;
const writes = () =>
  on.discord.world.requests.filter((one) => /^(?:POST|PATCH|DELETE) .*\/commands/.test(one)).length;

describe('an event delivered twice', () => {
  it('is acknowledged and answered once', async () => {
    await ana.runs('help', server);
    ana.repeats();
    ana.repeats();
    await ana.sees(/I never write a sentence for you/);
    await ana.runs('progress', server);
    await ana.sees(/Nothing yet/);
    expect(count(/I never write a sentence for you/)).toBe(1);
  });
});

describe('a REST side in trouble', () => {
  it.each([
    [
      'too many requests',
      {
        status: 429,
        body: { message: 'slow', retry_after: 0.2, global: false },
        headers: { 'retry-after': '0.2' },
      },
    ],
    ['an error of its own', { status: 500, body: { message: 'no', code: 0 } }],
  ])('is asked again after %s', async (_, reply) => {
    const before = count(/What I keep of you now/);
    on.discord.fails(/^PATCH \/webhooks/, reply);
    await ana.runs('privacy', server, [{ type: 1, name: 'show', options: [] }]);
    await until(() => count(/What I keep of you now/) > before, 'the answer after all');
  });
  it('that has forgotten the interaction is ordinary, and logged without a word of theirs', async () => {
    on.discord.fails(/^PATCH \/webhooks/, {
      status: 404,
      body: { code: 10_062, message: 'Unknown' },
    });
    await ana.runs('help', server);
    await until(() => on.logged.find((line) => line.includes('"gone"')), 'a line in the log');
  });
});

describe('a gateway that is cut', () => {
  it('is resumed, and what happened meanwhile is answered', async () => {
    const { gateway } = on.discord;
    gateway.cut();
    await ana.runs('ask', server, [{ type: 3, name: 'question', value: 'does shadowing count' }]);
    await ana.sees(/consistent shadowing/);
    expect(gateway.resumed).toBe(1);
  });
});

describe('a second start', () => {
  const again = (environment: Record<string, string>) => {
    const config = readConfig({ STORE_URL: 'memory:', ...environment });
    return serve(wire(config), config, pino({ level: 'silent' }));
  };
  it('writes no command that is as it was, and takes away one that is not ours', async () => {
    const { commands } = on.discord.world;
    const before = writes();
    const environment = { DISCORD_TOKEN: 'a.local.token', DISCORD_API_URL: on.discord.url };
    await (await again(environment)).stop();
    expect(writes()).toBe(before);
    const old = { ...[...commands.values()][0], id: '1', name: 'old' };
    commands.set('1', old);
    await (await again(environment)).stop();
    expect([...commands.values()].map(({ name }) => name)).not.toContain('old');
    expect(writes()).toBe(before + 1);
  });
  it('without a token says where to get one', async () => {
    await expect(again({})).rejects.toThrow(Unusable);
  });
});
