import { type Interaction, type REST, Routes } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { type Body, many, refused, text, V2, v2 } from './bodies.ts';
import { stage } from './bot.ts';

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
