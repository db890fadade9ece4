import { type Client, Events, GatewayIntentBits, type Message } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { createBot, logIn, openDiscord, stage } from './bot.ts';
import type { Gateway } from './discord/gateway/gateway.ts';
import { shardOf } from './discord/world/ids.ts';

const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** Contents of the messages that a client gets, in their order. */
function listen(client: Client): string[] {
  const heard: string[] = [];
  client.on(Events.MessageCreate, ({ content }: Message) => heard.push(content));
  return heard;
}

const hears = (heard: string[], ...contents: string[]) =>
  vi.waitFor(() => expect(heard).toEqual(contents), { timeout: 10_000 });

describe('the gateway', () => {
  it('brings a client the guilds with what the bot may do in them', async () => {
    const { client, discord, server } = await stage();
    const quiet = server.channel('quiet', { botPermissions: ['ViewChannel'] });
    const guild = await vi.waitUntil(() => client.guilds.cache.get(server.id));
    await vi.waitUntil(() => guild.channels.cache.has(quiet.id));
    expect([...guild.channels.cache.keys()]).toEqual([server.general.id, quiet.id]);
    const may = (id: string) => guild.channels.cache.get(id)?.permissionsFor(client.user.id);
    expect(may(quiet.id)?.toArray()).toEqual(['ViewChannel']);
    expect(may(server.general.id)?.has('CreatePrivateThreads')).toBe(true);
    server.letsBot('ViewChannel');
    await vi.waitFor(() => expect(may(server.general.id)?.toArray()).toEqual(['ViewChannel']));
    const later = discord.guild({ name: 'New' });
    await vi.waitUntil(() => client.guilds.cache.has(later.id));
    const left: string[] = [];
    client.on(Events.GuildDelete, ({ id }) => left.push(id));
    later.kicksBot();
    await vi.waitFor(() => expect(left).toEqual([later.id]));
    await expect(client.channels.fetch(later.general.id)).rejects.toMatchObject({ code: 50001 });
    later.invitesBot();
    await vi.waitUntil(() => client.guilds.cache.has(later.id));
    later.goesDown();
    await vi.waitFor(() => expect(client.guilds.cache.get(later.id)?.available).toBe(false));
    discord.expectNoViolations();
  });

  it.each([
    ['a cut connection', (gateway) => gateway.cut()],
    ['a request to reconnect', (gateway) => gateway.askToReconnect()],
    ['an error of the gateway', (gateway) => gateway.close()],
    ['an invalid session that may be resumed', (gateway) => gateway.invalidate(true)],
  ] satisfies Array<
    [string, (gateway: Gateway) => void]
  >)('lets a client resume after %s, with every event once', async (_, disturb) => {
    const { client, discord, ana } = await stage();
    const heard = listen(client);
    ana.writes('before');
    await hears(heard, 'before');
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    disturb(discord.gateway);
    ana.writes('while away');
    await resumed;
    ana.writes('after');
    await hears(heard, 'before', 'while away', 'after');
    expect(discord.gateway.sessions.size).toBe(1);
  });

  it('lets a client identify anew after its session was declared invalid', async () => {
    const { client, discord, ana } = await stage();
    const heard = listen(client);
    const again = new Promise((resolve) => client.once(Events.ShardReady, resolve));
    discord.gateway.invalidate();
    await again;
    ana.writes('after');
    await hears(heard, 'after');
    expect(discord.gateway.sessions.size).toBe(1);
  });

  it('is left for another connection by a client whose heartbeats it doesn’t answer', async () => {
    const { client, discord, ana } = await stage(() => {}, { heartbeat: 100 });
    const heard = listen(client);
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    discord.gateway.beats = false;
    await vi.waitFor(() => expect(discord.connected).toBe(0), { timeout: 5_000 });
    ana.writes('while away');
    discord.gateway.beats = true;
    await resumed;
    await hears(heard, 'while away');
  });

  it('is found again by a client after it was down for a while', async () => {
    const { client, discord, ana } = await stage();
    const heard = listen(client);
    discord.gateway.open = false;
    discord.gateway.cut();
    ana.writes('while down');
    await vi.waitFor(() => expect(discord.gateway.refused).toBeGreaterThan(1), { timeout: 10_000 });
    discord.gateway.open = true;
    await hears(heard, 'while down');
  });

  it('delivers an event twice, late, out of order, or never, as a test orders', async () => {
    const { client, discord, ana } = await stage();
    const heard = listen(client);
    discord.delivers('MESSAGE_CREATE', { late: 100 });
    discord.delivers('MESSAGE_CREATE', { copies: 0 });
    for (const text of ['late', 'lost', 'there']) ana.writes(text);
    await hears(heard, 'there', 'late');
  });

  it('delivers an interaction twice', async () => {
    const ids: string[] = [];
    const { discord, ana } = await stage(async (interaction) => {
      ids.push(interaction.id);
      if (interaction.isChatInputCommand() && ids.length === 1) await interaction.reply('once');
    });
    discord.delivers('INTERACTION_CREATE', { copies: 2 });
    await ana.runs('/ask', { question: 'x' });
    await vi.waitFor(() => expect(ids).toHaveLength(2));
    expect(ids[0]).toBe(ids[1]);
    discord.expectNoViolations();
  });

  it('hides what people write in a server from a bot without that intent', async () => {
    const { client, server, ana } = await stage();
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content, attachments }) =>
      heard.push(`${content}+${attachments.size}`),
    );
    const attachments = [{ name: 'a.txt', content: 'x' }];
    ana.writes('secret', { in: server.general, attachments });
    ana.writes('named', { mention: true, attachments });
    ana.writes('in her DM', { in: ana.dm });
    await hears(heard, '+0', `${client.user} named+1`, 'in her DM+0');
    const channel = await client.channels.fetch(server.general.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const own = await channel.send('my own');
    await hears(heard, '+0', `${client.user} named+1`, 'in her DM+0', 'my own+0');
    const seen = await ana.sees('my own', { ever: true });
    ana.writes('a reply', { replyTo: seen });
    ana.writes('a quiet reply', { replyTo: seen, ping: false });
    await vi.waitFor(() => expect(heard.slice(4)).toEqual(['a reply+0', '+0']));
    const fetched = await channel.messages.fetch({ limit: 10, cache: false });
    expect(fetched.map(({ content }) => content)).toEqual([
      '',
      'a reply',
      own.content,
      `${client.user} named`,
      '',
    ]);
  });

  it('shows it to a bot with the intent', async () => {
    const intents = [...INTENTS, GatewayIntentBits.MessageContent];
    const { client, server, ana } = await stage(() => {}, {
      privileged: ['MessageContent'],
      client: { intents },
    });
    const heard = listen(client);
    ana.writes('open', { in: server.general });
    await hears(heard, 'open');
  });

  it('closes on a privileged intent that is not switched on, and on a wrong token', async () => {
    const discord = await openDiscord();
    const intents = [...INTENTS, GatewayIntentBits.MessageContent];
    const greedy = createBot(discord, () => {}, { intents });
    await expect(greedy.client.login(discord.token)).rejects.toThrow(/disallowed intents/);
    const { client } = createBot(discord);
    await expect(client.login('wrong')).rejects.toThrow(/token/);
  });

  it('spreads guilds and interactions over shards, in one client or in several', async () => {
    const discord = await openDiscord({ shards: 3 });
    const servers = Array.from({ length: 6 }, () => discord.guild());
    const ana = discord.person('Ana');
    const shards: Array<[string, number | undefined]> = [];
    const one = createBot(discord, () => {}, { shards: [0, 1], shardCount: 3 });
    const two = createBot(discord, () => {}, { shards: [2], shardCount: 3 });
    for (const { client } of [one, two])
      client.on(Events.InteractionCreate, async (interaction) => {
        const of = interaction.guild?.shardId ?? (client === one.client ? 0 : undefined);
        shards.push([interaction.guildId ?? 'DM', of]);
        if (interaction.isChatInputCommand()) await interaction.reply('x');
      });
    const [first] = await Promise.all([logIn(one.client, discord), logIn(two.client, discord)]);
    await discord.ready(3);
    await first.application.commands.create({
      name: 'ask',
      description: 'x',
      contexts: [0, 1],
      integrationTypes: [0],
    });
    expect([one.client.guilds.cache.size, two.client.guilds.cache.size]).toEqual([4, 2]);
    for (const server of servers) await ana.runs('/ask', {}, { in: server.general });
    await ana.runs('/ask', {}, { in: ana.dm });
    expect(shards).toEqual([...servers.map(({ id }) => [id, shardOf(id, 3)]), ['DM', 0]]);
    expect(new Set(shards.map(([, shard]) => shard))).toEqual(new Set([0, 1, 2]));
    discord.expectNoViolations();
  });
});
