import { type ChatInputCommandInteraction, type DiscordAPIError, MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type Stage, stage } from './bot.ts';

/** A stage whose bot hands out each command's interaction, for the test to answer. */
async function waiting(): Promise<Stage & { next(): Promise<ChatInputCommandInteraction> }> {
  let hand: (interaction: ChatInputCommandInteraction) => void = () => {};
  const on = await stage((interaction) => {
    if (interaction.isChatInputCommand()) hand(interaction);
  });
  return { ...on, next: () => new Promise((resolve) => (hand = resolve)) };
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 0,
    (error: DiscordAPIError) => error.code,
  );
const rulesOf = ({ discord }: Stage) => discord.violations.map(({ rule }) => rule);

describe('an interaction', () => {
  it('is lost where nobody answers within three seconds, and the person is told', async () => {
    const on = await waiting();
    const next = on.next();
    const asked = on.ana.runs('/ask', { question: 'x' });
    const interaction = await next;
    on.discord.later(1);
    const exchange = await asked;
    expect(exchange).toMatchObject({ failed: true, acknowledged: undefined });
    expect(await codeOf(interaction.deferReply())).toBe(10062);
    expect(rulesOf(on)).toEqual(['three-seconds', 'three-seconds']);
    expect(() => on.discord.expectNoViolations()).toThrow('There was no response to /ask');
    on.discord.expectNoViolations({ except: ['three-seconds'] });
  });

  it('is lost after three real seconds too', async () => {
    const { ana } = await waiting();
    const began = performance.now();
    expect((await ana.runs('/ask', { question: 'x' })).failed).toBe(true);
    expect(performance.now() - began).toBeGreaterThan(2_900);
  });

  it('is no fault of a bot that could not know of it, or whose answer was disturbed', async () => {
    const on = await waiting();
    on.discord.delivers('INTERACTION_CREATE', { copies: 0 });
    const lost = on.ana.runs('/ask', { question: 'x' });
    on.discord.later(1);
    expect((await lost).failed).toBe(true);
    on.discord.answers('POST /interactions/:id/:token/callback', { status: 500, times: 9 });
    const next = on.next();
    const disturbed = on.ana.runs('/ask', { question: 'x' });
    await (await next).deferReply().catch(() => {});
    on.discord.later(1);
    expect((await disturbed).failed).toBe(true);
    on.discord.expectNoViolations();
  });

  it('takes one acknowledgement', async () => {
    const on = await waiting();
    const next = on.next();
    const asked = on.ana.runs('/ask', { question: 'x' });
    const interaction = await next;
    await interaction.deferReply();
    await asked;
    const again = Object.assign(Object.create(interaction), { deferred: false });
    expect(await codeOf(again.reply('x'))).toBe(40060);
    expect(rulesOf(on)).toEqual(['one-acknowledgement']);
  });

  it('has no webhook before it is acknowledged, and none after a quarter of an hour', async () => {
    const on = await waiting();
    const next = on.next();
    const asked = on.ana.runs('/ask', { question: 'x' });
    const interaction = await next;
    expect(await codeOf(interaction.webhook.send('early'))).toBe(10015);
    await interaction.deferReply();
    await asked;
    on.discord.later(14);
    await interaction.editReply('in time');
    on.discord.later(2);
    expect(await codeOf(interaction.editReply('late'))).toBe(50027);
    expect(await codeOf(interaction.followUp('late'))).toBe(50027);
    expect(on.ana.screen().map(({ text }) => text)).toEqual(['in time']);
    on.discord.expectNoViolations();
  });

  it('is answered as it was deferred: the first follow-up is that answer, and as private', async () => {
    const on = await waiting();
    const next = on.next();
    const asked = on.ana.runs('/ask', { question: 'x' }, { in: on.server.general });
    const interaction = await next;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const exchange = await asked;
    expect(exchange.reply).toMatchObject({ thinking: true, ephemeral: true });
    await interaction.followUp('first');
    expect(exchange.reply).toMatchObject({ thinking: false, ephemeral: true, text: 'first' });
    await interaction.followUp('second');
    const seen = on.ana.screen().map(({ text, ephemeral }) => [text, ephemeral]);
    expect(seen).toEqual([
      ['first', true],
      ['second', false],
    ]);
    await interaction.deleteReply();
    expect(await codeOf(interaction.editReply('gone'))).toBe(10008);
    expect(await codeOf(interaction.fetchReply())).toBe(10008);
    on.discord.expectNoViolations();
  });

  it('tells what it made where it is asked to', async () => {
    const on = await waiting();
    const next = on.next();
    const asked = on.ana.runs('/ask', { question: 'x' });
    const response = await (await next).reply({ content: 'x', withResponse: true });
    const exchange = await asked;
    expect(response.resource?.message?.id).toBe(exchange.reply?.id);
    expect(response.interaction.responseMessageId).toBe(exchange.reply?.id);
  });

  it('cannot be answered where its place is gone', async () => {
    const on = await waiting();
    const channel = on.server.channel('soon gone');
    const next = on.next();
    const asked = on.ana.runs('/ask', { question: 'x' }, { in: channel });
    const interaction = await next;
    await interaction.deferReply();
    await asked;
    on.discord.deletes(channel);
    expect(await codeOf(interaction.editReply('x'))).toBe(10003);
    on.discord.expectNoViolations();
  });
});

it('a link to a file is good for a day', async () => {
  const { discord, ana } = await stage();
  const [file] = ana.writes('', { attachments: [{ name: 'a.txt', content: 'x' }] }).files;
  const status = async () => (await fetch(file?.url ?? '')).status;
  expect(await status()).toBe(200);
  discord.later(24 * 60 + 1);
  expect(await status()).toBe(404);
});
