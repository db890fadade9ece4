import {
  ChannelType,
  type Client,
  type DiscordAPIError,
  Routes,
  type TextChannel,
  type ThreadChannel,
} from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { registerCommands } from '../../src/discord/registration.ts';
import { COMMANDS, stage } from './bot.ts';
import type { Seen } from './discord/index.ts';
import { type Permission, USUAL } from './discord/world/permissions.ts';

async function textChannel(client: Client, id: string): Promise<TextChannel> {
  const channel = await client.channels.fetch(id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('no text channel');
  return channel;
}

const privateThread = (channel: TextChannel) =>
  channel.threads.create({ name: 'Interview', type: ChannelType.PrivateThread });

describe('requests', () => {
  it('are tried again by the client after 429 and 500, and count once', async () => {
    const { discord, client, server, ana } = await stage();
    const channel = await textChannel(client, server.general.id);
    server.add(ana);
    discord.answers('POST /channels/:id/messages', { status: 429, retryAfter: 0.05 });
    discord.answers('POST /channels/:id/messages', { status: 500 });
    await channel.send('once');
    const posts = discord.log.entries.filter(({ route }) => route.includes('POST /channels'));
    expect(posts.map(({ status }) => status)).toEqual([429, 500, 200]);
    expect(ana.screen(server.general).map(({ text }) => text)).toEqual(['once']);
    expect(discord.log.invalid).toBe(1);
  });

  it('that were done but whose answer is lost are doubled, but not with a nonce', async () => {
    const { discord, client, server, ana } = await stage(() => {}, {
      client: { rest: { timeout: 300 } },
    });
    const channel = await textChannel(client, server.general.id);
    server.add(ana);
    for (const [i, fault] of [{ status: 502 }, { never: true }].entries()) {
      discord.answers('POST /channels/:id/messages', { ...fault, done: true });
      await channel.send({ content: `once ${i}`, nonce: `nonce${i}`, enforceNonce: true });
    }
    // A connection that breaks off is left to the caller by discord.js.
    const last = { content: 'once 2', nonce: 'nonce2', enforceNonce: true };
    discord.answers('POST /channels/:id/messages', { cut: true, done: true });
    await expect(channel.send(last)).rejects.toThrow('closed');
    await channel.send(last);
    discord.answers('POST /channels/:id/messages', { status: 502, done: true });
    await channel.send('twice');
    const texts = ana.screen(server.general).map(({ text }) => text);
    expect(texts).toEqual(['once 0', 'once 1', 'once 2', 'twice', 'twice']);
    discord.later(6);
    await channel.send({ content: 'again', nonce: 'nonce0', enforceNonce: true });
    expect(ana.screen(server.general)).toHaveLength(6);
  });

  it('keep Discord’s rate limits where a test wants them', async () => {
    const { discord, client, server } = await stage(() => {}, { rateLimits: true });
    const channel = await textChannel(client, server.general.id);
    const route = Routes.channelMessages(channel.id);
    const post = () =>
      fetch(`${discord.url}/v10${route}`, {
        method: 'POST',
        headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
        body: '{"content":"x"}',
      });
    const answers = await Promise.all(Array.from({ length: 7 }, post));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const limited = await answers.find(({ status }) => status === 429)?.json();
    expect(limited).toMatchObject({ global: false, retry_after: expect.any(Number) });
  });

  it('are paced by a client that is told of the limit, so that none is refused', async () => {
    const options = { rateLimits: { per: 300 } };
    const { discord, client, server, ana } = await stage(() => {}, options);
    server.add(ana);
    const channel = await textChannel(client, server.general.id);
    for (let i = 0; i < 6; i++) await channel.send(`${i}`);
    expect(ana.screen(server.general)).toHaveLength(6);
    expect(discord.log.invalid).toBe(0);
  });

  it('arrive late, or are answered late, as a test orders', async () => {
    const { discord, client, server, ana } = await stage();
    server.add(ana);
    const channel = await textChannel(client, server.general.id);
    discord.answers('POST /channels/:id/messages', { late: 60_000 });
    const never = channel.send('there, unknown to the bot');
    await ana.sees('unknown to the bot');
    never.catch(() => {});
    discord.answers('GET /channels/:id', { slow: 50 });
    const began = performance.now();
    await channel.fetch(true);
    expect(performance.now() - began).toBeGreaterThan(45);
  });

  it('are forgotten with all they made, where a test wants to measure what a bot keeps', async () => {
    const { discord, client, server, ana } = await stage();
    const channel = await textChannel(client, server.general.id);
    const { id } = await privateThread(channel);
    ana.writes('x', { in: server.general, attachments: [{ name: 'a.txt', content: 'x' }] });
    discord.forgets();
    expect(ana.screen(server.general)).toEqual([]);
    expect(() => server.thread(id)).toThrow('no thread');
    expect(discord.world.attachments.size + discord.world.interactions.size).toBe(0);
  });

  it('need the token, and a route that exists', async () => {
    const { discord } = await stage();
    expect((await fetch(`${discord.url}/v10/users/@me`)).status).toBe(401);
    expect((await fetch(`${discord.url}/v10/nothing`)).status).toBe(404);
    expect(discord.violations.map(({ rule, route }) => [rule, route])).toEqual([
      ['route', 'GET /nothing'],
    ]);
  });

  it('register commands, and change only what differs', async () => {
    const { discord, client } = await stage();
    const commands = COMMANDS as never;
    const changes = () => {
      const counts = Object.fromEntries(discord.log.counts);
      return Object.entries(counts).filter(([route]) => /^(?:POST|PATCH|DELETE)/.test(route));
    };
    const there = await client.application.commands.fetch();
    expect(there.map(({ name, type }) => [name, type])).toEqual([
      ['ask', 1],
      ['privacy', 1],
      ['Review as statement', 3],
    ]);
    const plain = [
      { name: 'ask', description: 'Asks anew', integration_types: [0], contexts: [0] },
      { name: 'help', description: 'Helps' },
    ] as never;
    const done = await registerCommands(client, plain);
    expect(done).toEqual({
      created: ['help'],
      changed: ['ask'],
      removed: ['privacy', 'Review as statement'],
    });
    expect(changes()).toHaveLength(3);
    await client.application.commands.set(commands, discord.guild().id).catch(() => {});
    discord.expectNoViolations();
  });
});

describe('what a bot may not do', () => {
  const file = { files: [{ name: 'a.txt', attachment: Buffer.from('x') }] };
  type Try = (channel: TextChannel, thread: ThreadChannel, wrote: Seen) => Promise<unknown>;
  const tries: Array<[string, Permission, number, Try]> = [
    ['look into a channel', 'ViewChannel', 50001, (c) => c.fetch(true)],
    ['write there', 'ViewChannel', 50001, (c) => c.send('x')],
    ['write', 'SendMessages', 50013, (c) => c.send('x')],
    ['write in a thread', 'SendMessagesInThreads', 50013, (_, t) => t.send('x')],
    ['make a private thread', 'CreatePrivateThreads', 50013, (c) => privateThread(c)],
    ['attach a file', 'AttachFiles', 50013, (c) => c.send(file)],
    ['reply', 'ReadMessageHistory', 160002, (c, _, wrote) => c.send(replyTo(wrote.id))],
  ];
  const replyTo = (id: string) => ({ content: 'x', reply: { messageReference: id } });

  it.each(tries)('%s without %s', async (_, missing, code, attempt) => {
    const { client, server, ana, discord } = await stage();
    const channel = await textChannel(client, server.general.id);
    const thread = await privateThread(channel);
    const wrote = ana.writes('first', { in: server.general });
    server.letsBot(...USUAL.filter((permission) => permission !== missing));
    await expect(attempt(channel, thread, wrote)).rejects.toMatchObject({ code });
    server.letsBot(...USUAL);
    await attempt(channel, thread, wrote);
    discord.expectNoViolations();
  });

  it('reach what is gone: a thread, a message, a guild, a person', async () => {
    const { client, server, ana, discord } = await stage();
    const channel = await textChannel(client, server.general.id);
    const thread = await privateThread(channel);
    const there = server.thread(thread.id);
    const message = await channel.send('soon gone');
    ana.writes('now here', { in: server.general });
    discord.deletes(await ana.sees('soon gone', { ever: true }));
    await expect(message.edit('x')).rejects.toMatchObject({ code: 10008 });
    await expect(message.delete()).rejects.toMatchObject({ code: 10008 });
    await expect(channel.send(replyTo(message.id))).rejects.toMatchObject({ code: 50035 });
    discord.locks(there);
    await expect(thread.send('x')).rejects.toMatchObject({ code: 160005 });
    await expect(thread.members.add(ana.id)).rejects.toMatchObject({ code: 50083 });
    discord.deletes(there);
    await expect(thread.send('x')).rejects.toMatchObject({ code: 10003 });
    await expect(client.users.fetch('1')).rejects.toMatchObject({ code: 10013 });
    await expect(client.guilds.fetch('1')).rejects.toMatchObject({ code: 10004 });
    server.kicksBot();
    await expect(channel.send('x')).rejects.toMatchObject({ code: 50001 });
  });

  it('lock or delete a thread of its own, though writing wakes it', async () => {
    const { client, server, discord } = await stage();
    const thread = await privateThread(await textChannel(client, server.general.id));
    await thread.setArchived(true);
    await vi.waitUntil(() => thread.archived);
    await thread.send('awake');
    expect(server.thread(thread.id).archived).toBe(false);
    await expect(thread.setLocked(true)).rejects.toMatchObject({ code: 50013 });
    await expect(thread.delete()).rejects.toMatchObject({ code: 50013 });
    discord.expectNoViolations();
  });

  it('change what others wrote', async () => {
    const { client, server, ana } = await stage();
    const channel = await textChannel(client, server.general.id);
    const { id } = ana.writes('mine', { in: server.general });
    const theirs = await channel.messages.fetch(id);
    const code = async (attempt: Promise<unknown>) =>
      attempt.then(
        () => 0,
        (error: DiscordAPIError) => error.code,
      );
    expect(await code(channel.messages.edit(id, 'x'))).toBe(50005);
    expect(await code(theirs.delete())).toBe(50013);
    server.letsBot(...USUAL, 'ManageMessages');
    await theirs.delete();
    expect(ana.screen(server.general)).toEqual([]);
  });
});
