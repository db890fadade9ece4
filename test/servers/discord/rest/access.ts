import type { Channel } from '../world/channel.ts';
import type { Guild } from '../world/guild.ts';
import { has, type Permission } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import {
  closedDm,
  missingAccess,
  missingPermissions,
  noMutualGuild,
  unknownChannel,
  unknownGuild,
} from './refusal.ts';

/** A channel that the bot may look into. */
export function reach(world: World, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel || channel.deleted) throw unknownChannel();
  const bot = world.application.id;
  if (!channel.guild) {
    if (!channel.members.has(bot)) throw missingAccess();
    return channel;
  }
  if (!channel.guild.hasBot || !may(channel, 'ViewChannel')) throw missingAccess();
  if (channel.isPrivate && !channel.members.has(bot) && !may(channel, 'ManageThreads'))
    throw missingAccess();
  return channel;
}

export function may(channel: Channel, permission: Permission): boolean {
  return !channel.guild || has(channel.guild.botMayIn(channel), permission);
}

export function need(channel: Channel, ...permissions: Permission[]): void {
  if (!permissions.every((permission) => may(channel, permission))) throw missingPermissions();
}

/** A guild that the bot is in. */
export function reachGuild(world: World, id: string | undefined): Guild {
  const guild = world.guilds.get(id ?? '');
  if (!guild) throw unknownGuild();
  if (!guild.hasBot) throw missingAccess();
  return guild;
}

/** Whether the person of a DM takes messages from the bot. */
export function needOpenDm(world: World, channel: Channel): void {
  if (channel.guild) return;
  for (const [id, { bot }] of channel.members) {
    if (bot) continue;
    if (world.closedDms.has(id)) throw closedDm();
    const met = [...world.guilds.values()].some((g) => g.hasBot && g.members.has(id));
    const wrote = [...channel.messages.values()].some(({ author }) => author.id === id);
    if (!met && !wrote && !world.installedBy.has(id)) throw noMutualGuild();
  }
}
