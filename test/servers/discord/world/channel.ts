import { type APIUser, ChannelType } from 'discord.js';
import type { Guild } from './guild.ts';
import type { Message } from './message.ts';

export interface ChannelFields {
  id: string;
  type: ChannelType;
  name: string;
  guild?: Guild;
  parent?: Channel;
  /** Those who take part in a DM or a thread. */
  members?: readonly APIUser[];
  owner?: APIUser;
  /** What the bot may do here, where that isn't what it may do in the guild. */
  botMay?: bigint;
  createdAt: number;
  autoArchive?: number;
  invitable?: boolean;
}

/** A channel of a guild, a thread, a DM or a group DM. */
export class Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly guild: Guild | undefined;
  readonly parent: Channel | undefined;
  readonly owner: APIUser | undefined;
  readonly members: Map<string, APIUser>;
  readonly messages = new Map<string, Message>();
  readonly createdAt: number;
  readonly invitable: boolean;
  name: string;
  autoArchive: number;
  archived = false;
  locked = false;
  deleted = false;
  last: string | null = null;
  botMay: bigint | undefined;

  constructor(fields: ChannelFields) {
    this.id = fields.id;
    this.type = fields.type;
    this.name = fields.name;
    this.guild = fields.guild;
    this.parent = fields.parent;
    this.owner = fields.owner;
    this.members = new Map(fields.members?.map((user) => [user.id, user]));
    this.botMay = fields.botMay;
    this.createdAt = fields.createdAt;
    this.autoArchive = fields.autoArchive ?? 4320;
    this.invitable = fields.invitable ?? true;
  }

  get isThread(): boolean {
    return this.parent !== undefined;
  }

  get isPrivate(): boolean {
    return this.guild === undefined || this.type === ChannelType.PrivateThread;
  }

  /** How somebody mentions it, and so how it is written in a text. */
  toString(): string {
    return `<#${this.id}>`;
  }

  /** Minutes since anything was said here. */
  quietSince(now: number): number {
    const said = [...this.messages.values()].at(-1)?.createdAt ?? this.createdAt;
    return (now - said) / 60_000;
  }

  /** Whether a person finds this channel among theirs. */
  isOpenTo(userId: string): boolean {
    if (this.deleted) return false;
    return this.isPrivate ? this.members.has(userId) : Boolean(this.guild?.members.has(userId));
  }

  toJSON(): Record<string, unknown> {
    const common = { id: this.id, type: this.type, last_message_id: this.last, flags: 0 };
    if (!this.guild) return { ...common, recipients: this.#recipients() };
    const inGuild = { ...common, guild_id: this.guild.id, name: this.name };
    return this.parent
      ? { ...inGuild, ...this.#thread(this.parent) }
      : { ...inGuild, ...this.#text(this.guild) };
  }

  #recipients() {
    return [...this.members.values()].filter(({ bot }) => !bot);
  }

  #text(guild: Guild) {
    return {
      position: 0,
      parent_id: null,
      topic: null,
      nsfw: false,
      rate_limit_per_user: 0,
      permission_overwrites: guild.overwritesFor(this),
    };
  }

  #thread(parent: Channel) {
    return {
      parent_id: parent.id,
      owner_id: this.owner?.id,
      message_count: this.messages.size,
      member_count: this.members.size,
      total_message_sent: this.messages.size,
      rate_limit_per_user: 0,
      thread_metadata: {
        archived: this.archived,
        locked: this.locked,
        auto_archive_duration: this.autoArchive,
        archive_timestamp: new Date(this.createdAt).toISOString(),
        create_timestamp: new Date(this.createdAt).toISOString(),
        ...(this.type === ChannelType.PrivateThread ? { invitable: this.invitable } : {}),
      },
    };
  }

  memberJson(userId: string): Record<string, unknown> {
    return {
      id: this.id,
      user_id: userId,
      join_timestamp: new Date(this.createdAt).toISOString(),
      flags: 0,
    };
  }
}
