import { type Interaction, type REST, Routes } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { stage } from './bot.ts';
import type { Discord } from './discord/index.ts';

type Body = Record<string, unknown>;

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const row = (...components: unknown[]) => ({ type: 1, components });
const button = (custom_id: string, more: Body = {}) => ({
  type: 2,
  style: 1,
  label: 'B',
  custom_id,
  ...more,
});
const select = (more: Body = {}) => ({
  type: 3,
  custom_id: 's',
  options: [
    { label: 'A', value: 'a' },
    { label: 'B', value: 'b' },
  ],
  ...more,
});
const many = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const v2 = (...components: unknown[]) => ({ flags: V2, components });
const options = (count: number) => many(count, (i) => ({ label: `${i}`, value: `${i}` }));

/** What a message must not be: rule, what is wrong, the body, and one that is just right. */
const MESSAGES: Array<[string, string, Body, Body]> = [
  ['content-length', 'content', { content: 'x'.repeat(2_001) }, { content: 'x'.repeat(2_000) }],
  ['empty-message', '', { content: ' ' }, { content: '.' }],
  [
    'text-total',
    'components',
    v2(text('x'.repeat(2_000)), text('x'.repeat(2_001))),
    v2(text('x'.repeat(2_000)), text('x'.repeat(2_000))),
  ],
  ['v2-excludes-content', 'content', { content: 'x', ...v2(text('x')) }, v2(text('x'))],
  [
    'v2-excludes-content',
    'embeds',
    { embeds: [{ title: 'x' }], ...v2(text('x')) },
    { embeds: [{ title: 'x' }] },
  ],
  ['v2-needs-flag', 'components.0', { components: [text('x')] }, v2(text('x'))],
  [
    'rows',
    'components',
    { components: many(6, (i) => row(button(`${i}`))) },
    { components: many(5, (i) => row(button(`${i}`))) },
  ],
  [
    'component-count',
    'components',
    v2({ type: 17, components: many(20, (i) => row(button(`${i}`))) }),
    v2({ type: 17, components: many(19, (i) => row(button(`${i}`))) }, text('x')),
  ],
  [
    'component-count',
    'components',
    v2(...many(14, (i) => ({ type: 9, components: [text('x')], accessory: button(`${i}`) }))),
    v2(...many(13, (i) => ({ type: 9, components: [text('x')], accessory: button(`${i}`) }))),
  ],
  [
    'custom-id-unique',
    'components.1',
    v2(row(button('a')), row(button('a'))),
    v2(row(button('a')), row(button('b'))),
  ],
  [
    'id-unique',
    'components.1',
    v2({ id: 1, ...text('x') }, { id: 1, ...text('y') }),
    v2({ id: 1, ...text('x') }, { id: 2, ...text('y') }),
  ],
  [
    'schema',
    'custom_id',
    { components: [row(button('x'.repeat(101)))] },
    { components: [row(button('x'.repeat(100)))] },
  ],
  [
    'schema',
    'label',
    { components: [row(button('a', { label: 'x'.repeat(81) }))] },
    { components: [row(button('a', { label: 'x'.repeat(80) }))] },
  ],
  [
    'schema',
    'components',
    { components: [row(...many(6, (i) => button(`${i}`)))] },
    { components: [row(...many(5, (i) => button(`${i}`)))] },
  ],
  [
    'row',
    'components',
    { components: [row(select(), button('a'))] },
    { components: [row(select()), row(button('a'))] },
  ],
  [
    'button',
    'components.0.components.0',
    { components: [row({ type: 2, style: 1, label: 'x' })] },
    { components: [row(button('a'))] },
  ],
  [
    'button',
    'components.0',
    { components: [row(button('a', { style: 5 }))] },
    { components: [row({ type: 2, style: 5, label: 'x', url: 'https://example.org' })] },
  ],
  [
    'button',
    'components.0',
    { components: [row(button('a', { label: '' }))] },
    { components: [row(button('a', { label: '', emoji: { name: '👍' } }))] },
  ],
  [
    'schema',
    'options',
    { components: [row(select({ options: options(26) }))] },
    { components: [row(select({ options: options(25) }))] },
  ],
  [
    'select',
    'components.0',
    { components: [row(select({ max_values: 3 }))] },
    { components: [row(select({ max_values: 2 }))] },
  ],
  [
    'select',
    'components.0',
    { components: [row(select({ options: [...options(1), ...options(1)] }))] },
    { components: [row(select())] },
  ],
  [
    'attachment',
    'components.0',
    v2({ type: 13, file: { url: 'attachment://a.txt' } }),
    v2(text('x')),
  ],
  [
    'attachment',
    'attachments.0',
    { content: 'x', attachments: [{ id: '0', filename: 'a.txt' }] },
    { content: 'x' },
  ],
  [
    'allowed-mentions',
    'allowed_mentions',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    { content: 'x', allowed_mentions: { parse: ['users'] } },
  ],
  [
    'schema',
    'nonce',
    { content: 'x', nonce: 'x'.repeat(26) },
    { content: 'x', nonce: 'x'.repeat(25) },
  ],
  ['schema', 'content', { content: 1 }, { content: '1' }],
  [
    'embeds-total',
    'embeds',
    { embeds: many(2, () => ({ description: 'x'.repeat(3_001) })) },
    { embeds: many(2, () => ({ description: 'x'.repeat(3_000) })) },
  ],
];

/** What an answer is refused with: code, rules, and where. */
async function refused(discord: Discord, attempt: Promise<unknown>) {
  const before = discord.violations.length;
  const error = await attempt.then(
    () => undefined,
    (reason) => reason,
  );
  const broken = discord.violations.slice(before);
  return { code: error?.code, rules: broken.map(({ rule }) => rule), where: broken[0]?.detail };
}

describe('a message is refused', () => {
  it.each(MESSAGES)('for %s (%s)', async (rule, where, bad, good) => {
    const { discord, client, server } = await stage();
    const path = Routes.channelMessages(server.general.id);
    const judged = await refused(discord, client.rest.post(path, { body: bad }));
    expect(judged).toMatchObject({ code: rule === 'empty-message' ? 50006 : 50035, rules: [rule] });
    expect(judged.where).toContain(where);
    const before = discord.violations.length;
    await client.rest.post(path, { body: good });
    expect(discord.violations).toHaveLength(before);
  });

  it('for a file that is too large', async () => {
    const { discord, client, server } = await stage();
    const path = Routes.channelMessages(server.general.id);
    const file = (bytes: number) => ({ files: [{ name: 'a.txt', data: Buffer.alloc(bytes) }] });
    const judged = await refused(discord, client.rest.post(path, file(10 * 1024 * 1024 + 1)));
    expect(judged).toMatchObject({ code: 40005, rules: ['file-size'] });
    await client.rest.post(path, file(10 * 1024 * 1024));
  });

  it('in its change: for content or a lost flag where it is in Components V2', async () => {
    const { discord, client, server } = await stage();
    const path = Routes.channelMessages(server.general.id);
    const made = (await client.rest.post(path, { body: v2(text('x')) })) as { id: string };
    const plain = (await client.rest.post(path, { body: { content: 'x' } })) as { id: string };
    const change = (id: string, body: Body) =>
      refused(discord, client.rest.patch(`${path}/${id}`, { body }));
    expect((await change(made.id, { content: 'y' })).rules).toEqual(['v2-excludes-content']);
    expect((await change(made.id, { flags: 0 })).rules).toEqual(['v2-stays']);
    expect((await change(made.id, { components: [] })).rules).toEqual(['empty-message']);
    expect((await change(plain.id, v2(text('y')))).rules).toEqual(['v2-excludes-content']);
    expect((await change(plain.id, { flags: 64 })).rules).toEqual(['ephemeral-fixed']);
    expect((await change(plain.id, { content: null, ...v2(text('y')) })).rules).toEqual([]);
    expect((await change(made.id, { components: [text('y')] })).rules).toEqual([]);
  });
});

const label = (component: unknown, more: Body = {}) => ({
  type: 18,
  label: 'L',
  component,
  ...more,
});
const input = (more: Body = {}) => ({ type: 4, custom_id: 'i', style: 1, ...more });
const modal = (components: unknown[], more: Body = {}) => ({
  type: 9,
  data: { custom_id: 'm', title: 'T', components, ...more },
});
const reply = (data: Body) => ({ type: 4, data });

/** What a first response must not be: rule, where, the body, and one that is just right. */
const CALLBACKS: Array<[string, string, Body, Body]> = [
  [
    'schema',
    'title',
    modal([label(input())], { title: 'x'.repeat(46) }),
    modal([label(input())], { title: 'x'.repeat(45) }),
  ],
  [
    'schema',
    'label',
    modal([label(input(), { label: 'x'.repeat(46) })]),
    modal([label(input(), { label: 'x'.repeat(45) })]),
  ],
  [
    'schema',
    'description',
    modal([label(input(), { description: 'x'.repeat(101) })]),
    modal([label(input(), { description: 'x'.repeat(100) })]),
  ],
  [
    'schema',
    'max_length',
    modal([label(input({ max_length: 4_001 }))]),
    modal([label(input({ max_length: 4_000 }))]),
  ],
  [
    'schema',
    'placeholder',
    modal([label(input({ placeholder: 'x'.repeat(101) }))]),
    modal([label(input({ placeholder: 'x'.repeat(100) }))]),
  ],
  [
    'modal-size',
    'components',
    modal(many(6, (i) => label(input({ custom_id: `${i}` })))),
    modal(many(5, (i) => label(input({ custom_id: `${i}` })))),
  ],
  [
    'custom-id-unique',
    'components.1',
    modal([label(input()), label(input())]),
    modal([label(input()), label(input({ custom_id: 'j' }))]),
  ],
  [
    'text-input',
    'components.0',
    modal([label(input({ min_length: 5, max_length: 4 }))]),
    modal([label(input({ min_length: 4, max_length: 4 }))]),
  ],
  [
    'text-input',
    'components.0',
    modal([label(input({ max_length: 4, value: 'xxxxx' }))]),
    modal([label(input({ max_length: 4, value: 'xxxx' }))]),
  ],
  [
    'label',
    'components.0',
    modal([label(input({ label: 'x' }))]),
    modal([{ type: 1, components: [input({ label: 'x' })] }]),
  ],
  ['schema', 'components', modal([]), modal([label(input())])],
  ['schema', 'type', { type: 3 }, { type: 5 }],
  ['callback-type', 'type', { type: 6 }, { type: 5 }],
  ['callback-type', 'type', { type: 8, data: { choices: [] } }, { type: 5 }],
  ['deferral', 'data', { type: 5, data: { flags: V2 } }, { type: 5, data: { flags: 64 } }],
  ['schema', 'content', reply({ content: 'x'.repeat(2_001) }), reply({ content: 'x' })],
  [
    'text-total',
    'components',
    reply(v2(text('x'.repeat(4_000)), text('x'))),
    reply(v2(text('x'.repeat(4_000)))),
  ],
];

const callback = ({ id, token }: Interaction, rest: REST, body: Body) =>
  rest.post(Routes.interactionCallback(id, token), { body, auth: false });

describe('a first response is refused', () => {
  it.each(CALLBACKS)('for %s (%s)', async (rule, where, bad, good) => {
    const results: Array<Awaited<ReturnType<typeof refused>>> = [];
    const on = await stage(async (interaction) => {
      const { rest } = interaction.client;
      results.push(await refused(on.discord, callback(interaction, rest, bad)));
      results.push(await refused(on.discord, callback(interaction, rest, good)));
    });
    const { acknowledged } = await on.ana.runs('/ask', { question: 'x' });
    expect(acknowledged).toBeDefined();
    await vi.waitFor(() => expect(results).toHaveLength(2));
    expect(results).toMatchObject([{ rules: [rule] }, { code: undefined, rules: [] }]);
    expect(results[0]?.where).toContain(where);
  });

  it('where a modal answers a modal, or a second message is opened too late', async () => {
    const results: unknown[] = [];
    const on = await stage(async (interaction) => {
      const { rest } = interaction.client;
      const open = () => callback(interaction, rest, modal([label(input({ required: false }))]));
      if (!interaction.isModalSubmit()) return open();
      results.push(await refused(on.discord, open()));
      await interaction.reply('x');
      results.push(await refused(on.discord, open()));
    });
    await on.ana.runs('/ask', { question: 'x' });
    await on.ana.submits();
    await vi.waitFor(() => expect(results).toHaveLength(2));
    expect(results).toMatchObject([
      { rules: ['callback-type'] },
      { rules: ['one-acknowledgement'] },
    ]);
  });
});

const command = (more: Body = {}) => ({ name: 'ask', description: 'd', ...more });
const option = (name: string, more: Body = {}) => ({ type: 3, name, description: 'd', ...more });
const choices = (count: number) => many(count, (i) => ({ name: `${i}`, value: `${i}` }));

const COMMANDS: Array<[string, string, Body, Body]> = [
  ['schema', 'name', command({ name: 'x'.repeat(33) }), command({ name: 'x'.repeat(32) })],
  ['command-name', 'name', command({ name: 'Ask Me' }), command({ name: 'ask-me' })],
  [
    'schema',
    'description',
    command({ description: 'x'.repeat(101) }),
    command({ description: 'x'.repeat(100) }),
  ],
  ['command', 'description', command({ description: '' }), command()],
  [
    'schema',
    'options',
    command({ options: many(26, (i) => option(`o${i}`)) }),
    command({ options: many(25, (i) => option(`o${i}`)) }),
  ],
  [
    'command-name',
    'options.0',
    command({ options: [option('A')] }),
    command({ options: [option('a')] }),
  ],
  [
    'command-option',
    'options.1',
    command({ options: [option('a'), option('a')] }),
    command({ options: [option('a'), option('b')] }),
  ],
  [
    'command-option',
    'options.1',
    command({ options: [option('a'), option('b', { required: true })] }),
    command({ options: [option('b', { required: true }), option('a')] }),
  ],
  [
    'schema',
    'choices',
    command({ options: [option('a', { choices: choices(26) })] }),
    command({ options: [option('a', { choices: choices(25) })] }),
  ],
  [
    'command-option',
    'options.0',
    command({ options: [option('a', { choices: choices(2), autocomplete: true })] }),
    command({ options: [option('a', { autocomplete: true })] }),
  ],
  [
    'command',
    '',
    { name: 'Review', type: 3, description: 'x' },
    { name: 'Review as statement', type: 3 },
  ],
  [
    'command',
    '',
    command({
      options: many(25, (i) =>
        option(`${i}`, {
          choices: many(25, (j) => ({ name: `${j}${'x'.repeat(10)}`, value: `${j}` })),
        }),
      ),
    }),
    command(),
  ],
];

describe('a command is refused', () => {
  it.each(COMMANDS)('for %s (%s)', async (rule, where, bad, good) => {
    const { discord, client } = await stage();
    const path = Routes.applicationCommands(client.application.id);
    const judged = await refused(discord, client.rest.post(path, { body: bad }));
    expect(judged).toMatchObject({ code: 50035, rules: expect.arrayContaining([rule]) });
    expect(judged.where).toContain(where);
    expect((await refused(discord, client.rest.post(path, { body: good }))).rules).toEqual([]);
    expect((await refused(discord, client.rest.put(path, { body: [bad] }))).code).toBe(50035);
  });

  it('where it is there twice, or one too many', async () => {
    const { discord, client } = await stage();
    const path = Routes.applicationCommands(client.application.id);
    const put = async (body: Body[]) =>
      (await refused(discord, client.rest.put(path, { body }))).rules;
    expect(await put([command(), command()])).toEqual(['command-name']);
    expect(await put(many(101, (i) => command({ name: `c${i}` })))).toEqual(['command-count']);
    expect(await put(many(100, (i) => command({ name: `c${i}` })))).toEqual([]);
    const permitted = command({ default_member_permissions: '0' });
    expect(await put([permitted])).toEqual([]);
  });
});

describe('pings', () => {
  it.each<[string, { parse?: string[]; users?: string[] } | undefined, 'all' | 'none' | 'ana']>([
    ['all that is named, where nothing is said', undefined, 'all'],
    ['nobody, where nobody may be', { parse: [] }, 'none'],
    ['those who are listed', { users: ['ana'] }, 'ana'],
  ])('reach %s', async (_, allowed, whom) => {
    const { client, server, ana } = await stage();
    server.add(ana);
    const users = allowed?.users?.map(() => ana.id);
    const body = {
      ...v2(text(`${ana} <@&${server.id}> @everyone`)),
      ...(allowed ? { allowed_mentions: { ...allowed, ...(users ? { users } : {}) } } : {}),
    };
    await client.rest.post(Routes.channelMessages(server.general.id), { body });
    const [seen] = ana.screen(server.general);
    const expected = { all: [ana.id, server.id, 'everyone'], none: [], ana: [ana.id] }[whom];
    expect(seen?.pings).toEqual(expected);
  });
});
