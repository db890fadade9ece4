import {
  type ApplicationCommandDataResolvable,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  Partials,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  type Discord,
  type DiscordOptions,
  type Person,
  type Server,
  startDiscord,
} from './discord/index.ts';

/** What a bot does with an interaction. */
export type Answer = (interaction: Interaction) => unknown;

export interface Stage {
  discord: Discord;
  client: Client<true>;
  server: Server;
  ana: Person;
  /** What an answer threw. */
  errors: unknown[];
}

/** A Discord for one test. */
export async function openDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

/** A bot of a test's own on the real client, not logged in yet. */
export function createBot(
  discord: Discord,
  answer: Answer = () => {},
  options: Partial<ClientOptions> = {},
): { client: Client; errors: unknown[] } {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    partials: [Partials.Channel],
    ...options,
    rest: { api: discord.url, ...options.rest },
  });
  onTestFinished(() => client.destroy());
  const errors: unknown[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await answer(interaction);
    } catch (error) {
      errors.push(error);
    }
  });
  client.on(Events.Error, (error) => errors.push(error));
  return { client, errors };
}

export async function logIn(client: Client, discord: Discord): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}

/** Commands that the tests of this server use. */
export const COMMANDS: ApplicationCommandDataResolvable[] = [
  {
    name: 'ask',
    description: 'Asks',
    integrationTypes: [0, 1],
    contexts: [0, 1, 2],
    options: [
      { type: 3, name: 'question', description: 'What', required: true, maxLength: 100 },
      { type: 5, name: 'private', description: 'Whether' },
      { type: 11, name: 'draft', description: 'A file' },
      { type: 3, name: 'topic', description: 'About', autocomplete: true },
    ],
  },
  {
    name: 'privacy',
    description: 'What is kept',
    options: [{ type: 1, name: 'show', description: 'Shows it' }],
  },
  { name: 'Review as statement', type: 3 },
];

/** A Discord with a server, a person, and a bot that is logged in and has its commands. */
export async function stage(
  answer: Answer = () => {},
  options: DiscordOptions & { client?: Partial<ClientOptions> } = {},
): Promise<Stage> {
  const discord = await openDiscord(options);
  const server = discord.guild();
  const ana = discord.person('Ana');
  const bot = createBot(discord, answer, options.client);
  const client = await logIn(bot.client, discord);
  await client.application.commands.set(COMMANDS);
  return { discord, client, server, ana, errors: bot.errors };
}
