import { ButtonStyle, ChannelType, ComponentType, MessageFlags, TextInputStyle } from 'discord.js';
import { expect, it } from 'vitest';
import { stage } from './bot.ts';
import type { Exchange } from './discord/index.ts';

const PEOPLE = 500;
const ROUNDS = 1;

/** Each person: a command, a private thread, and a few questions answered in modals. */
it('holds 500 people who are interviewed at once, each in a thread of their own', async () => {
  const question = (n: number) => ({
    flags: MessageFlags.IsComponentsV2 as const,
    components: [
      { type: ComponentType.TextDisplay as const, content: `Question ${n}` },
      {
        type: ComponentType.ActionRow as const,
        components: [
          {
            type: ComponentType.Button as const,
            style: ButtonStyle.Primary as const,
            label: 'Answer',
            custom_id: `answer:${n}`,
          },
        ],
      },
    ],
  });
  const { discord, server, errors } = await stage(
    async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        const { channel, user } = interaction;
        if (channel?.type !== ChannelType.GuildText) return;
        const type = ChannelType.PrivateThread;
        const thread = await channel.threads.create({ name: 'Interview', type });
        await thread.members.add(user.id);
        await thread.send(question(1));
        await interaction.editReply(`${thread}`);
      } else if (interaction.isButton()) {
        const [, n] = interaction.customId.split(':');
        const component = {
          type: ComponentType.TextInput as const,
          custom_id: 'text',
          style: TextInputStyle.Paragraph,
        };
        await interaction.showModal({
          custom_id: `say:${n}`,
          title: 'Your answer',
          components: [{ type: ComponentType.Label, label: 'Answer', component }],
        });
      } else if (interaction.isModalSubmit()) {
        const n = Number(interaction.customId.split(':')[1]);
        await interaction.deferReply();
        await interaction.editReply(question(n + 1));
      }
    },
    { client: { rest: { globalRequestsPerSecond: 1e6 } } },
  );
  let acknowledged = 0;
  const interview = async (i: number) => {
    const person = discord.person(`Person ${i}`);
    const note = ({ failed }: Exchange) => {
      if (!failed) acknowledged++;
    };
    note(await person.runs('/ask', { question: 'x' }, { in: server.general }));
    for (let n = 1; n <= ROUNDS; n++) {
      const { channel } = await person.sees(`Question ${n}`, { within: 60_000 });
      expect(person.threads).toEqual([channel]);
      note(await person.clicks('Answer'));
      note(await person.submits({ Answer: `mine ${n}` }));
    }
    await person.sees(`Question ${ROUNDS + 1}`, { within: 60_000 });
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, i) => interview(i)));
  expect(acknowledged).toBe(PEOPLE * (1 + 2 * ROUNDS));
  expect(errors).toEqual([]);
  discord.expectNoViolations();
}, 120_000);
