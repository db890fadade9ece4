import { randomBytes } from 'node:crypto';
import { type APIUser, InteractionContextType, type InteractionType } from 'discord.js';
import { FIRST_RESPONSE } from '../time.ts';
import type { Channel } from '../world/channel.ts';
import type { Interaction } from '../world/interaction.ts';
import { type Message, messageJson } from '../world/message.ts';
import { bitsOf, MEMBER } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

/** Bytes of one file. */
const ATTACHMENT_SIZE = 10 * 1024 * 1024;

export interface Act {
  user: APIUser;
  channel: Channel;
  type: InteractionType;
  data: Record<string, unknown>;
  /** Who has installed the app that is used, by kind: server, person. */
  owners: Record<string, string>;
  source?: Message | undefined;
  name?: string;
}

/** Lets the bot know what a person did, and waits for it to acknowledge or to fail. */
export async function interact(world: World, act: Act): Promise<Interaction> {
  const interaction = register(world, act);
  const payload = payloadOf(world, interaction, act);
  const told = world.tell({
    name: 'INTERACTION_CREATE',
    guild: act.channel.guild,
    intent: 0,
    data: () => payload,
  });
  if (told === 0) interaction.excuse ??= 'nobody was told at once';
  const timer = setTimeout(() => fail(world, interaction), FIRST_RESPONSE);
  await interaction.settled;
  clearTimeout(timer);
  return interaction;
}

/** The person is told that the application did not respond. */
export function fail(world: World, interaction: Interaction): void {
  if (interaction.acknowledged || interaction.failed) return;
  interaction.failed = true;
  if (!interaction.excuse) {
    const what = interaction.name ?? `interaction of type ${interaction.type}`;
    world.violate('three-seconds', `There was no response to ${what}.`);
  }
  interaction.settle();
}

function register(world: World, act: Act): Interaction {
  const { user, channel, type, owners, source, name } = act;
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const interaction: Interaction = {
    id: world.ids.next(),
    token: randomBytes(48).toString('base64url'),
    type,
    user,
    channel,
    createdAt: world.clock.now(),
    startedAt: performance.now(),
    ...(source ? { source } : {}),
    ...(name ? { name } : {}),
    owners,
    userOnly: !('0' in owners),
    followUps: 0,
    failed: false,
    settle,
    settled,
  };
  world.interactions.set(interaction.token, interaction);
  return interaction;
}

function payloadOf(world: World, { id, token }: Interaction, act: Act): Record<string, unknown> {
  const { user, channel, type, data, owners, source } = act;
  const { guild } = channel;
  const member = `${bitsOf(MEMBER)}`;
  const app = guild?.hasBot ? guild.botMayIn(channel) : bitsOf(MEMBER);
  const place = guild
    ? {
        guild_id: guild.id,
        guild: { id: guild.id, locale: 'en-US', features: [] },
        guild_locale: 'en-US',
        member: { ...guild.memberJson(user), permissions: member },
      }
    : { user };
  return {
    id,
    application_id: world.application.id,
    type,
    token,
    version: 1,
    channel_id: channel.id,
    channel: { ...channel.toJSON(), ...(guild ? { permissions: member } : {}) },
    ...place,
    app_permissions: `${app}`,
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: owners,
    context: contextOf(world, channel),
    attachment_size_limit: ATTACHMENT_SIZE,
    data,
    ...(source ? { message: messageJson(source) } : {}),
  };
}

export function contextOf(world: World, { guild, members }: Channel): InteractionContextType {
  if (guild) return InteractionContextType.Guild;
  return members.has(world.application.id)
    ? InteractionContextType.BotDM
    : InteractionContextType.PrivateChannel;
}
