import { type APIMessage, ChannelType, type Message, MessageFlags, Routes } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { stage } from './bot.ts';

describe('a person', () => {
  it('uses the app where only she has it: in a server without the bot, in a group DM', async () => {
    const { discord, ana, errors } = await stage(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      for (let i = 0; i < 7; i++) await interaction.followUp(`${interaction.context} ${i}`);
    });
    const foreign = discord.guild({ name: 'Elsewhere', bot: false });
    const group = discord.groupDm(ana, discord.person('Ben'));
    await expect(ana.runs('/ask', { question: 'x' }, { in: foreign.general })).rejects.toThrow(
      'find',
    );
    ana.installs();
    await ana.runs('/ask', { question: 'x' }, { in: foreign.general });
    await ana.sees('0 5');
    await ana.runs('/ask', { question: 'x' }, { in: group });
    await ana.sees('2 5');
    await expect(ana.runs('/privacy show', {}, { in: group })).rejects.toThrow('find');
    // Five follow-ups beside the reply, no more.
    await vi.waitFor(() => expect(errors).toMatchObject([{ code: 40094 }, { code: 40094 }]));
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['follow-ups', 'follow-ups']);
  });

  it('is alone with the bot in a private thread', async () => {
    const { discord, client, server, ana, errors } = await stage(async (interaction) => {
      if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      if (interaction.channel?.type !== ChannelType.GuildText) return;
      const thread = await interaction.channel.threads.create({
        name: 'Interview',
        type: ChannelType.PrivateThread,
        invitable: false,
      });
      await thread.members.add(interaction.user.id);
      await thread.send('Question 1');
      await interaction.editReply(`It is in ${thread}`);
    });
    const ben = discord.person('Ben');
    server.add(ben);
    await ana.runs('/ask', { question: 'x' }, { in: server.general });
    const { channel: thread } = await ana.sees('Question 1');
    await ana.sees(`It is in ${thread}`);
    expect(ana.threads).toEqual([thread]);
    expect(ben.screen(thread)).toEqual([]);
    expect(() => ben.writes('x', { in: thread })).toThrow("can't see");
    const known = await client.channels.fetch(thread.id);
    if (!known?.isThread()) throw new Error('no thread');
    await known.setArchived(true);
    expect(ana.threads).toEqual([]);
    expect(errors).toEqual([]);
    discord.expectNoViolations();
  });

  it('talks with the bot in her DM, unless she takes none', async () => {
    const { discord, client, server, ana } = await stage();
    client.on('messageCreate', async (message) => {
      if (!message.author.bot) await message.reply(`You said ${message.content}`);
    });
    ana.writes('hello', { in: ana.dm });
    const answer = await ana.sees('You said hello');
    ana.writes('and more', { replyTo: answer });
    await ana.sees('You said and more');
    ana.closesDms();
    const user = await client.users.fetch(ana.id);
    await expect(user.send('psst')).rejects.toMatchObject({ code: 50007 });
    const stranger = await client.users.fetch(discord.person('Ben').id);
    await expect(stranger.send('psst')).rejects.toMatchObject({ code: 50278 });
    server.add(ana);
    ana.opensDms();
    await user.send('psst');
    discord.expectNoViolations();
  });

  it('is in a public thread with everybody, and loses what only she saw when she restarts', async () => {
    const { discord, client, server, ana } = await stage(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'secret', flags: MessageFlags.Ephemeral });
    });
    const ben = discord.person('Ben');
    const thread = ana.startsThread('All of us', { in: server.general });
    ana.writes('hello');
    ben.writes('hello Ana', { in: thread });
    await vi.waitUntil(() => client.channels.cache.get(thread.id)?.isThread());
    await ana.runs('/ask', { question: 'x' });
    expect(ana.screen().map(({ text: said }) => said)).toEqual(['hello', 'hello Ana', 'secret']);
    expect(ana.screen(server.general)).toEqual([]);
    ana.restarts();
    expect(ana.screen().map(({ text: said }) => said)).toEqual(['hello', 'hello Ana']);
    discord.expectNoViolations();
  });

  it('finds a thread asleep after a time, and wakes it by writing', async () => {
    const { discord, client, server, ana } = await stage();
    const channel = await client.channels.fetch(server.general.id);
    if (channel?.type !== ChannelType.GuildText) throw new Error('no channel');
    const day = { name: 'x', type: ChannelType.PrivateThread as const, autoArchiveDuration: 1440 };
    const thread = await channel.threads.create(day);
    server.add(ana);
    await thread.members.add(ana.id);
    const there = server.thread(thread.id);
    discord.later(23 * 60);
    ana.writes('still here', { in: there });
    discord.later(23 * 60);
    expect(there.archived).toBe(false);
    discord.later(60);
    expect(there.archived).toBe(true);
    await vi.waitUntil(() => thread.archived);
    ana.writes('awake', { in: there });
    expect(there.archived).toBe(false);
    server.removes(ana);
    expect(there.members.has(ana.id)).toBe(false);
    await expect(thread.members.add(ana.id)).rejects.toMatchObject({ code: 10007 });
  });

  it('reads a text without the marks that keep it from being formatted', async () => {
    const { client, server, ana } = await stage();
    server.add(ana);
    const channel = await client.channels.fetch(server.general.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    await channel.send('> Step 1 \\(2021\\): \\*failed\\*, C:\\temp');
    const seen = await ana.sees('Step 1 (2021): *failed*');
    expect(seen.reads).toBe('> Step 1 (2021): *failed*, C:\\temp');
  });

  it('meets other bots there, and replies to replies of which only the last is told', async () => {
    const { client, discord, server, ana } = await stage();
    const rhythm = discord.person('Rhythm', { bot: true });
    const heard: Message[] = [];
    client.on('messageCreate', (message) => heard.push(message));
    const one = rhythm.writes('one', { in: server.general, mention: true });
    const two = ana.writes('two', { replyTo: one, mention: true });
    ana.writes('three', { replyTo: two, mention: true });
    await vi.waitUntil(() => heard.length === 3);
    expect(heard.map(({ author }) => author.bot)).toEqual([true, false, false]);
    const raw = (await client.rest.get(Routes.channelMessages(server.general.id))) as APIMessage[];
    expect(raw[0]?.referenced_message).toMatchObject({ message_reference: { message_id: one.id } });
    expect(raw[0]?.referenced_message).not.toHaveProperty('referenced_message');
  });

  it('alone sees an answer of an app that only she has, where the server mutes such apps', async () => {
    const { discord, ana } = await stage(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('for all');
    });
    const strict = discord.guild({ bot: false, externalApps: false });
    ana.installs();
    await ana.runs('/ask', { question: 'x' }, { in: strict.general });
    expect(await ana.sees('for all')).toMatchObject({ ephemeral: true });
  });

  it.each([
    'voice',
    'announcement',
  ] as const)('gets no private thread in a channel for %s', async (kind) => {
    const { discord, client, server } = await stage();
    const channel = server.channel('other', { kind });
    const body = { name: 'x', type: ChannelType.PrivateThread };
    const attempt = client.rest.post(Routes.threads(channel.id), { body });
    await expect(attempt).rejects.toMatchObject({ code: 50024 });
    discord.expectNoViolations();
  });
});
