import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayCloseCodes } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { serve } from '../../src/discord/serve.ts';
import { Unusable } from '../../src/unusable.ts';
import { wire } from '../../src/wire.ts';
import { type Discord, startDiscord } from '../servers/discord/index.ts';
import { start } from './support.ts';

/** One for all: to load it takes longer than to be refused. */
const app = wire(readConfig({ STORE_URL: 'memory:' }));
const silent = pino({ level: 'silent' });

async function discordHere(): Promise<Discord> {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  return discord;
}

/** What a start with these settings ends in. */
async function failure(url: string, token: string): Promise<Error> {
  const config = readConfig({
    STORE_URL: 'memory:',
    DISCORD_API_URL: url,
    DISCORD_TOKEN: token,
  });
  return serve(app, config, silent).then(
    () => expect.unreachable('it logged in'),
    (error) => error,
  );
}

describe('a start that Discord refuses says what to do', () => {
  it('with a wrong token', async () => {
    const { url } = await discordHere();
    for (const token of ['wrong', 'ключ']) {
      const error = await failure(url, token);
      expect(error).toBeInstanceOf(Unusable);
      expect(error.message).toMatch(/^DISCORD_TOKEN is not accepted.*Copy/);
    }
  });
  it('with intents that are not allowed', async () => {
    const discord = await discordHere();
    discord.world.application.asksTooMuch = () => true;
    const error = await failure(discord.url, discord.token);
    expect(error.message).toMatch(/refuses this bot’s intents.*developer portal/);
  });
  it('where nobody listens', async () => {
    const error = await failure('http://127.0.0.1:9', 'token');
    expect(error).not.toBeInstanceOf(Unusable);
    expect(error.message).toMatch(/DISCORD_API_URL can’t be reached \(ECONNREFUSED\)\. Check/);
  });
  it('where something else answers', async () => {
    const other = createServer((_, response) => response.end('<html>hello</html>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const error = await failure(`http://127.0.0.1:${port}`, 'token');
    expect(error).toBeInstanceOf(Unusable);
    expect(error.message).toMatch(/DISCORD_API_URL is not Discord’s API/);
  });
  it('where Discord is not well', async () => {
    const discord = await discordHere();
    discord.answers('GET /gateway/bot', { status: 503, times: 99 });
    const error = await failure(discord.url, discord.token);
    expect(error.message).toMatch(/not well \(it answers 503\)/);
  });
});

describe('a bot that Discord puts out for good', () => {
  it('learns why', async () => {
    const discord = await discordHere();
    const serving = await start(discord);
    onTestFinished(() => serving.stop());
    discord.gateway.close(GatewayCloseCodes.AuthenticationFailed);
    expect((await serving.lost).message).toMatch(/DISCORD_TOKEN is not accepted/);
  });
});

describe('commands that could not be registered', () => {
  it('keep nobody from being answered', async () => {
    const discord = await discordHere();
    const first = await start(discord);
    await first.stop();
    discord.answers('GET /applications/:id/commands', { status: 403 });
    const serving = await start(discord);
    onTestFinished(() => serving.stop());
    const ana = discord.person('Ana');
    await ana.runs('/help', {}, { in: discord.guild().general });
    await ana.sees(/I never write/);
  });
});
