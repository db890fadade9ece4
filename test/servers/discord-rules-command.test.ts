import { Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type Body, many, refused } from './bodies.ts';
import { stage } from './bot.ts';

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
    'command-option',
    'options',
    command({ options: [option('a'), option('b', { type: 1 })] }),
    command({ options: [option('a', { type: 1 }), option('b', { type: 1 })] }),
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
