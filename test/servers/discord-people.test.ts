import {
  ButtonStyle,
  ComponentType,
  type Interaction,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { stage } from './bot.ts';

const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });
const button = (label: string, custom_id: string) => ({
  type: ComponentType.ActionRow as const,
  components: [
    { type: ComponentType.Button as const, style: ButtonStyle.Primary as const, label, custom_id },
  ],
});

/** Asks for a text and a file, and says what came. */
async function modal(interaction: Interaction): Promise<void> {
  if (interaction.isModalSubmit()) {
    const file = interaction.fields.getUploadedFiles('file')?.first();
    const content = file ? await (await fetch(file.url)).text() : 'nothing';
    const kind = interaction.fields.getStringSelectValues('kind').join();
    const typed = interaction.fields.getTextInputValue('text');
    await interaction.reply(`${typed}, ${file?.name}: ${content}, ${kind}`);
  } else if (interaction.isChatInputCommand() || interaction.isButton()) {
    const named = { required: false, custom_id: 'file' };
    await interaction.showModal({
      custom_id: 'm',
      title: 'Your draft',
      components: [
        {
          type: ComponentType.Label,
          label: 'Text',
          component: {
            type: ComponentType.TextInput,
            custom_id: 'text',
            style: TextInputStyle.Paragraph,
            max_length: 20,
          },
        },
        {
          type: ComponentType.Label,
          label: 'File',
          component: { type: ComponentType.FileUpload, ...named },
        },
        {
          type: ComponentType.Label,
          label: 'Kind',
          component: {
            type: ComponentType.StringSelect,
            custom_id: 'kind',
            options: [
              { label: 'First', value: 'a' },
              { label: 'Second', value: 'b' },
            ],
          },
        },
      ],
    });
  }
}

describe('a person', () => {
  it('asks, and sees what is for her eyes only: a deferred reply in Components V2 with a file', async () => {
    const { discord, server, ana, errors } = await stage(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      const question = interaction.options.getString('question', true);
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [
          {
            type: ComponentType.Container,
            components: [
              text(`You asked ${question}`),
              button('More', 'more'),
              { type: ComponentType.File, file: { url: 'attachment://a.txt' } },
            ],
          },
        ],
        files: [
          { name: 'a.txt', attachment: Buffer.from('hello') },
          { name: 'unshown.txt', attachment: Buffer.from('') },
        ],
      });
    });
    const ben = discord.person('Ben');
    server.add(ben);
    const exchange = await ana.runs('/ask', { question: 'why' }, { in: server.general });
    expect(exchange.acknowledged).toBe('DeferredChannelMessageWithSource');
    const seen = await ana.sees(/^You asked why$/);
    expect(seen).toMatchObject({ ephemeral: true, buttons: [{ label: 'More', id: 'more' }] });
    expect(seen.files.map(({ name, text: content }) => [name, content])).toEqual([
      ['a.txt', 'hello'],
    ]);
    const served = await fetch(seen.files[0]?.url ?? '');
    expect(await served.text()).toBe('hello');
    expect(served.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(ana.screen(server.general)).toHaveLength(1);
    expect(ben.screen(server.general)).toEqual([]);
    expect(errors).toEqual([]);
    discord.expectNoViolations();
  });

  it('fills in a modal: a text, a file, a choice', async () => {
    const { discord, ana, errors } = await stage(modal);
    await ana.runs('/ask', { question: 'x' });
    await expect(ana.submits({ Text: 'x'.repeat(21), kind: 'a' })).rejects.toThrow('0 to 20');
    await expect(ana.submits({ kind: 'a' })).rejects.toThrow('required');
    await expect(ana.submits({ Text: 'x', kind: 'Third' })).rejects.toThrow('offered');
    await expect(ana.submits({ Nothing: 'x' })).rejects.toThrow('Text, File, Kind');
    await ana.submits({ Text: 'mine', file: { name: 'x.txt', content: 'up' }, kind: 'Second' });
    await ana.sees('mine, x.txt: up, b');
    expect(ana.modal).toBeUndefined();
    await ana.runs('/ask', { question: 'x' });
    await ana.submits({ text: 'again', Kind: 'a' });
    await ana.sees('again, undefined: nothing, a');
    expect(errors).toEqual([]);
    discord.expectNoViolations();
  });

  it('clicks a button, which changes its message, and chooses in a select', async () => {
    const { discord, server, ana, errors } = await stage(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({
          content: 'Page 1',
          components: [
            button('Next', 'next:2'),
            {
              type: ComponentType.ActionRow,
              components: [
                {
                  type: ComponentType.StringSelect,
                  custom_id: 's',
                  placeholder: 'Situation',
                  options: [{ label: 'Failed once', value: 'failed' }],
                },
              ],
            },
          ],
        });
      else if (interaction.isButton()) await interaction.update({ content: 'Page 2' });
      else if (interaction.isStringSelectMenu()) {
        await interaction.deferUpdate();
        await interaction.editReply(`Chosen ${interaction.values}`);
        await interaction.followUp({ content: 'Only you', flags: MessageFlags.Ephemeral });
      }
    });
    await ana.runs('/ask', { question: 'x' }, { in: server.general });
    await ana.clicks('Next');
    const page = await ana.sees('Page 2');
    await ana.chooses('Situation', 'Failed once');
    await ana.sees('Only you');
    expect(page.text).toBe('Chosen failed');
    await expect(ana.clicks('Gone', { within: 20 })).rejects.toThrow(
      /doesn't see a button “Gone”(?:.|\n)*\[Next\]/,
    );
    expect(errors).toEqual([]);
    discord.expectNoViolations();
  });

  it('gets choices as she types', async () => {
    const { discord, ana } = await stage(async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: interaction.options.getFocused(), value: 'v' }]);
    });
    const choices = await ana.types('/ask', { topic: 'ste' }, 'topic');
    expect(choices).toEqual([{ name: 'ste', value: 'v' }]);
    discord.expectNoViolations();
  });

  it('uploads a file with a command, and runs a command on a message', async () => {
    const { discord, server, ana, errors } = await stage(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const file = interaction.options.getAttachment('draft', true);
        const content = await (await fetch(file.url)).text();
        await interaction.reply(`${file.name} ${file.size} ${file.contentType} ${content}`);
      } else if (interaction.isMessageContextMenuCommand()) {
        const { content, attachments } = interaction.targetMessage;
        await interaction.reply(`${content}+${attachments.map(({ name }) => name)}`);
      }
    });
    const draft = { name: 'my draft.txt', content: 'Dear' };
    await ana.runs('/ask', { question: 'x', draft }, { in: server.general });
    await ana.sees('my_draft.txt 4 text/plain; charset=utf-8 Dear');
    await ana.runsOn('Review as statement', ana.writes('A text', { attachments: [draft] }));
    await ana.sees('A text+my_draft.txt');
    const long = ana.writes('x'.repeat(2_001));
    await ana.runsOn('Review as statement', long);
    await ana.sees('+message.txt');
    expect(errors).toEqual([]);
    discord.expectNoViolations();
  });

  it('is told by her own Discord what she can’t do', async () => {
    const { discord, ana } = await stage();
    await expect(ana.runs('/nothing')).rejects.toThrow('registered: ask, privacy');
    await expect(ana.runs('/ask')).rejects.toThrow('“question” is required');
    await expect(ana.runs('/ask', { question: 'x'.repeat(101) })).rejects.toThrow('101');
    await expect(ana.runs('/ask', { question: 1 })).rejects.toThrow('string');
    await expect(ana.runs('/ask', { question: 'x', more: 'y' })).rejects.toThrow('“more”');
    await expect(ana.runs('/privacy')).rejects.toThrow('show');
    const ben = discord.person('Ben');
    await expect(ben.runs('/ask', { question: 'x' }, { in: ana.dm })).rejects.toThrow("can't see");
  });
});
