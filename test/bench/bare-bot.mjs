// The least that a bot can be with discord.js: it acknowledges, and answers with a word.
import { Client, MessageFlags } from 'discord.js';

const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL } });
client.on('interactionCreate', async (interaction) => {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.editReply('Here.');
});
client.once('clientReady', async () => {
  const question = { name: 'question', description: 'Anything', type: 3, required: true };
  await client.application.commands.set([
    { name: 'ask', description: 'Ask', options: [question], contexts: [0, 1, 2] },
  ]);
  console.log('ready');
});
await client.login(process.env.DISCORD_TOKEN);
