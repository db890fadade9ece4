import {
  ButtonStyle,
  ComponentType,
  type Interaction,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { startBot } from './bot.ts';
import { type Discord, startDiscord } from './discord/index.ts';

let close: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const each of close.reverse()) await each();
  close = [];
});

async function start(answer: (interaction: Interaction) => unknown): Promise<Discord> {
  const discord = await startDiscord();
  close.push(() => discord.close());
  const { client, errors } = await startBot(discord, answer);
  close.push(async () => client.destroy());
  await client.application.commands.set([
    {
      name: 'ask',
      description: 'Ask',
      options: [{ type: 3, name: 'question', description: 'q', required: true }],
    },
    { name: 'review', description: 'Review' },
    { name: 'Review as statement', type: 3 },
  ]);
  close.push(async () => expect(errors).toEqual([]));
  return discord;
}

it('serves a command, a modal and a button to the real client', async () => {
  const discord = await start(async (interaction) => {
    if (interaction.isChatInputCommand() && interaction.commandName === 'ask') {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [
          {
            type: ComponentType.Container,
            components: [
              {
                type: ComponentType.TextDisplay,
                content: `You asked: ${interaction.options.getString('question')}`,
              },
              {
                type: ComponentType.ActionRow,
                components: [
                  {
                    type: ComponentType.Button,
                    style: ButtonStyle.Primary,
                    label: 'More',
                    custom_id: 'more',
                  },
                ],
              },
              { type: ComponentType.File, file: { url: 'attachment://a.txt' } },
            ],
          },
        ],
        files: [{ name: 'a.txt', attachment: Buffer.from('hello') }],
      });
    } else if (interaction.isButton()) {
      await interaction.showModal({
        custom_id: 'm',
        title: 'Answer',
        components: [
          {
            type: ComponentType.Label,
            label: 'Text',
            component: {
              type: ComponentType.TextInput,
              custom_id: 'text',
              style: TextInputStyle.Paragraph,
            },
          },
          {
            type: ComponentType.Label,
            label: 'File',
            component: { type: ComponentType.FileUpload, custom_id: 'file', required: false },
          },
        ],
      });
    } else if (interaction.isModalSubmit()) {
      const file = interaction.fields.getUploadedFiles('file')?.first();
      const text = file ? await (await fetch(file.url)).text() : '';
      await interaction.reply({
        content: `${interaction.fields.getTextInputValue('text')} ${text}`,
      });
    }
  });
  const server = discord.guild();
  const ana = discord.person('Ana');
  await ana.runs('/ask', { question: 'why?' }, { in: server.general });
  const seen = await ana.sees(/You asked: why/);
  expect(seen.ephemeral).toBe(true);
  expect(seen.files.map(({ text }) => text)).toEqual(['hello']);
  await ana.clicks('More');
  await ana.submits({ Text: 'mine', File: { name: 'x.txt', content: 'uploaded' } });
  await ana.sees('mine uploaded');
  discord.expectNoViolations();
});
