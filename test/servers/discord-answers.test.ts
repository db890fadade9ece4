import { Routes } from 'discord.js';
import * as spec from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { stage } from './bot.ts';
import { againstSchema, type Schema } from './discord/rules/schema.ts';

const list = (schema: Schema) => z.array(schema);

/** What this server answers is held against Discord's own schemas of answers. */
describe('an answer has the shape of Discord’s', () => {
  it('to every question about what is there', async () => {
    const { client, discord, server, ana } = await stage();
    server.add(ana);
    const ask = (path: string) => client.rest.get(path as `/${string}`);
    const { id } = server.general;
    const said = ana.writes('hello', {
      in: server.general,
      attachments: [{ name: 'a.txt', content: 'x' }],
    });
    const answer = (await client.rest.post(Routes.channelMessages(id), {
      body: {
        flags: 1 << 15,
        components: [
          {
            type: 17,
            components: [
              { type: 10, content: 'text' },
              { type: 14 },
              {
                type: 9,
                components: [{ type: 10, content: 'x' }],
                accessory: { type: 2, style: 5, label: 'L', url: 'https://example.org' },
              },
              { type: 1, components: [{ type: 2, style: 1, label: 'B', custom_id: 'b' }] },
              {
                type: 1,
                components: [{ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }] }],
              },
              {
                type: 12,
                items: [{ media: { url: 'attachment://a.png' }, description: 'a picture' }],
              },
              { type: 13, file: { url: 'attachment://b.txt' } },
            ],
          },
        ],
        message_reference: { message_id: said.id },
        attachments: [{ id: '0', filename: 'a.png', description: 'a picture' }],
      },
      files: [
        { name: 'a.png', data: Buffer.from('x') },
        { name: 'b.txt', data: Buffer.from('x') },
      ],
    })) as { id: string };
    const thread = (await client.rest.post(Routes.threads(id), {
      body: { name: 'T', type: 12 },
    })) as { id: string };
    const command = await client.application.commands.create({ name: 'x', description: 'y' });
    const shapes: Array<[string, Schema]> = [
      [Routes.gatewayBot(), spec.GatewayBotResponseSchema],
      [Routes.user('@me'), spec.UserPIIResponseSchema],
      [Routes.user(ana.id), spec.UserResponseSchema],
      ['/applications/@me', spec.PrivateApplicationResponseSchema],
      [Routes.guild(server.id), spec.GuildWithCountsResponseSchema],
      [Routes.guildRoles(server.id), list(spec.GuildRoleResponseSchema)],
      [Routes.guildChannels(server.id), list(spec.GuildChannelResponseSchema)],
      [Routes.guildMember(server.id, ana.id), spec.GuildMemberResponseSchema],
      [Routes.guildMember(server.id, client.user.id), spec.GuildMemberResponseSchema],
      [Routes.channel(id), spec.GuildChannelResponseSchema],
      [Routes.channel(ana.dm.id), spec.PrivateChannelResponseSchema],
      [Routes.channel(thread.id), spec.ThreadResponseSchema],
      [Routes.threadMembers(thread.id), list(spec.ThreadMemberResponseSchema)],
      [Routes.channelMessage(id, said.id), spec.MessageResponseSchema],
      [Routes.channelMessage(id, answer.id), spec.MessageResponseSchema],
      [Routes.channelMessages(id), list(spec.MessageResponseSchema)],
      [
        Routes.applicationCommands(client.application.id),
        list(spec.ApplicationCommandResponseSchema),
      ],
      [
        Routes.applicationCommand(client.application.id, command.id),
        spec.ApplicationCommandResponseSchema,
      ],
    ];
    const wrong: string[] = [];
    for (const [path, schema] of shapes)
      for (const { path: at, message } of againstSchema(schema, await ask(path)))
        wrong.push(`${path} ${at.map(String).join('.')}: ${message}`);
    expect(wrong).toEqual([]);
    expect(againstSchema(spec.CreatedThreadResponseSchema, thread)).toEqual([]);
    discord.expectNoViolations();
  });

  it('to a first response, and to its message', async () => {
    const answers: unknown[] = [];
    const { ana, server } = await stage(async (interaction) => {
      const { rest, application } = interaction.client;
      const callback = Routes.interactionCallback(interaction.id, interaction.token);
      const query = new URLSearchParams({ with_response: 'true' });
      answers.push(
        await rest.post(callback, {
          body: { type: 4, data: { content: 'x' } },
          auth: false,
          query,
        }),
      );
      const original = Routes.webhookMessage(application.id, interaction.token);
      answers.push(await rest.patch(original, { body: { content: 'y' }, auth: false }));
      answers.push(await rest.get(original, { auth: false }));
    });
    await ana.runs('/ask', { question: 'x' }, { in: server.general });
    await expect.poll(() => answers.length).toBe(3);
    expect(againstSchema(spec.InteractionCallbackResponseSchema, answers[0])).toEqual([]);
    expect(againstSchema(spec.MessageResponseSchema, answers[1])).toEqual([]);
    expect(againstSchema(spec.MessageResponseSchema, answers[2])).toEqual([]);
  });

  it('where it is a refusal', async () => {
    const { discord, server } = await stage();
    const ask = async (body: unknown) => {
      const route = `${discord.url}/v10${Routes.channelMessages(server.general.id)}`;
      const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
      return (await fetch(route, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    };
    const refusal = await ask({ flags: 1 << 15, components: [{ type: 10, content: '' }] });
    expect(refusal).toMatchObject({
      code: 50035,
      errors: { components: { 0: { content: { _errors: [{ code: 'SCHEMA' }] } } } },
    });
    discord.answers('POST /channels/:id/messages', { status: 429, retryAfter: 0.5 });
    expect(againstSchema(spec.RatelimitedResponseSchema, await ask({}))).toEqual([]);
  });
});
