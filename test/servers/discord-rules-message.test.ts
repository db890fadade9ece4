import { Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type Body, button, many, options, refused, row, select, text, v2 } from './bodies.ts';
import { stage } from './bot.ts';

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
    'button',
    'url',
    { components: [row({ type: 2, style: 5, label: 'x', url: 'ftp://example.org' })] },
    { components: [row({ type: 2, style: 5, label: 'x', url: 'http://example.org' })] },
  ],
  [
    'attachment',
    'components.0',
    v2({ type: 12, items: [{ media: { url: 'file:///a.png' } }] }),
    v2({ type: 12, items: [{ media: { url: 'https://example.org/a.png' } }] }),
  ],
  ['ephemeral-post', 'flags', { content: 'x', flags: 64 }, { content: 'x', flags: 4096 }],
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

  it('for an eleventh file', async () => {
    const { discord, client, server } = await stage();
    const path = Routes.channelMessages(server.general.id);
    const files = (count: number) => ({
      files: many(count, (i) => ({ name: `${i}.txt`, data: Buffer.from('x') })),
    });
    const judged = await refused(discord, client.rest.post(path, files(11)));
    expect(judged).toMatchObject({ code: 50035, rules: ['file-count'] });
    await client.rest.post(path, files(10));
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
