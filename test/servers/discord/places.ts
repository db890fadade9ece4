import { ChannelType } from 'discord.js';
import type { Person } from './person/person.ts';
import type { Channel } from './world/channel.ts';
import { Guild } from './world/guild.ts';
import { addMember, guildGoesDown, joinGuild, leaveGuild, removeMember } from './world/guilds.ts';
import { bitsOf, type Permission } from './world/permissions.ts';
import { createUser } from './world/users.ts';
import type { World } from './world/world.ts';

export interface ServerOptions {
  name?: string;
  /** Whether the bot is in it; it is by default. */
  bot?: boolean;
  /** All that the bot may do; by default what this project's invite asks for. */
  botPermissions?: readonly Permission[];
  members?: readonly Person[];
  /** Whether an app that only a member has may answer for all to see; it may by default. */
  externalApps?: boolean;
}

/** Kinds of channel. */
const KINDS = {
  text: ChannelType.GuildText,
  voice: ChannelType.GuildVoice,
  announcement: ChannelType.GuildAnnouncement,
} as const;

export interface ChannelOptions {
  kind?: keyof typeof KINDS;
  /** All that the bot may do there; by default what it may in the server. */
  botPermissions?: readonly Permission[];
}

/** A server, to be built and to have things happen to it. */
export class Server {
  readonly guild: Guild;
  /** The channel that every server has. */
  readonly general: Channel;
  readonly #world: World;

  constructor(
    world: World,
    {
      name = 'IR hopefuls',
      bot = true,
      botPermissions,
      members = [],
      externalApps = true,
    }: ServerOptions,
  ) {
    this.#world = world;
    this.guild = new Guild({
      id: world.ids.guild(),
      name,
      application: world.application,
      owner: createUser(world.ids.next(), 'Owner'),
      bot,
      ...(botPermissions ? { botPermissions } : {}),
      createdAt: world.clock.now(),
    });
    this.guild.externalApps = externalApps;
    world.guilds.set(this.guild.id, this.guild);
    this.general = this.channel('general');
    for (const { user } of members) this.guild.members.set(user.id, user);
    if (bot) joinGuild(world, this.guild);
  }

  get id(): string {
    return this.guild.id;
  }

  /** A further channel, for text unless it says otherwise. */
  channel(name: string, { kind = 'text', botPermissions }: ChannelOptions = {}): Channel {
    const { guild } = this;
    const channel = this.#world.channel({
      type: KINDS[kind],
      name,
      guild,
      ...(botPermissions ? { botMay: bitsOf(botPermissions) } : {}),
    });
    this.#world.tell({ name: 'CHANNEL_CREATE', guild, intent: 1, data: () => channel.toJSON() });
    return channel;
  }

  /** One of its threads, by id. */
  thread(id: string): Channel {
    const thread = this.guild.channels.get(id);
    if (!thread?.isThread) throw new Error(`There is no thread ${id} in ${this.guild.name}.`);
    return thread;
  }

  add(...people: Person[]): void {
    for (const { user } of people) addMember(this.#world, this.guild, user);
  }

  removes(...people: Person[]): void {
    for (const { user } of people) removeMember(this.#world, this.guild, user);
  }

  invitesBot(): void {
    joinGuild(this.#world, this.guild);
  }

  kicksBot(): void {
    leaveGuild(this.#world, this.guild);
  }

  /** It is down, for everybody, until it `comesBack`. */
  goesDown(): void {
    guildGoesDown(this.#world, this.guild);
  }

  comesBack(): void {
    joinGuild(this.#world, this.guild);
  }

  /** Changes what the bot may do. */
  letsBot(...permissions: Permission[]): void {
    const { guild } = this;
    guild.botMay = bitsOf(permissions);
    for (const role of guild.roles)
      this.#world.tell({
        name: 'GUILD_ROLE_UPDATE',
        guild,
        intent: 1,
        data: () => ({ guild_id: guild.id, role }),
      });
  }
}
