import { type APIUser, GatewayIntentBits } from 'discord.js';
import type { Guild } from './guild.ts';
import { removeFromThread } from './threads.ts';
import type { World } from './world.ts';

/** Messages of a channel that somebody who comes later sees at once. */
const HISTORY = 50;
const GUILDS = GatewayIntentBits.Guilds;

/** The bot joins a guild, or a guild that was down comes back. */
export function joinGuild(world: World, guild: Guild): void {
  guild.hasBot = true;
  world.tell({ name: 'GUILD_CREATE', guild, intent: GUILDS, data: () => guild.arrival() });
}

/** The bot is thrown out. */
export function leaveGuild(world: World, guild: Guild): void {
  world.tell({ name: 'GUILD_DELETE', guild, intent: GUILDS, data: () => ({ id: guild.id }) });
  guild.hasBot = false;
}

/** A guild is down, for everybody. */
export function guildGoesDown(world: World, guild: Guild): void {
  const data = { id: guild.id, unavailable: true };
  world.tell({ name: 'GUILD_DELETE', guild, intent: GUILDS, data: () => data });
}

/** Somebody leaves, or is thrown out. */
export function removeMember(world: World, guild: Guild, user: APIUser): void {
  if (!guild.members.delete(user.id)) return;
  for (const channel of guild.channels.values())
    if (channel.isThread) removeFromThread(world, channel, user.id);
  if (guild.hasBot)
    world.tell({
      name: 'GUILD_MEMBER_REMOVE',
      guild,
      intent: GatewayIntentBits.GuildMembers,
      data: () => ({ guild_id: guild.id, user }),
    });
}

export function addMember(world: World, guild: Guild, user: APIUser): void {
  if (guild.members.has(user.id)) return;
  guild.members.set(user.id, user);
  for (const channel of guild.channels.values()) {
    if (channel.isPrivate) continue;
    for (const message of [...channel.messages.values()].slice(-HISTORY))
      world.notice(user.id, { kind: 'message', message });
  }
  if (guild.hasBot)
    world.tell({
      name: 'GUILD_MEMBER_ADD',
      guild,
      intent: GatewayIntentBits.GuildMembers,
      data: () => ({ ...guild.memberJson(user), guild_id: guild.id }),
    });
}
