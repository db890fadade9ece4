import { type APIUser, OverwriteType } from 'discord.js';
import type { Application } from './application.ts';
import type { Channel } from './channel.ts';
import { bitsOf, MEMBER, type Permission, USUAL } from './permissions.ts';

export interface GuildFields {
  id: string;
  name: string;
  application: Application;
  owner: APIUser;
  /** Whether the bot is in it. */
  bot: boolean;
  botPermissions?: readonly Permission[];
  createdAt: number;
}

/** A server. The bot's rights are exactly those of its own role: @everyone has none of them. */
export class Guild {
  readonly id: string;
  readonly name: string;
  readonly owner: APIUser;
  readonly members = new Map<string, APIUser>();
  readonly channels = new Map<string, Channel>();
  readonly createdAt: number;
  readonly #application: Application;
  readonly #botRole: string;
  readonly #memberRole: string;
  botMay: bigint;
  hasBot: boolean;
  /** Whether apps that only a member has may answer for all to see. */
  externalApps = true;

  constructor(fields: GuildFields) {
    this.id = fields.id;
    this.name = fields.name;
    this.owner = fields.owner;
    this.createdAt = fields.createdAt;
    this.#application = fields.application;
    this.#botRole = `${BigInt(fields.id) + 1n}`;
    this.#memberRole = `${BigInt(fields.id) + 2n}`;
    this.botMay = bitsOf(fields.botPermissions ?? USUAL);
    this.hasBot = fields.bot;
    this.members.set(fields.owner.id, fields.owner);
  }

  /** What the bot may do in one of the guild's channels. */
  botMayIn(channel: Channel): bigint {
    return (channel.parent ?? channel).botMay ?? this.botMay;
  }

  overwritesFor({ botMay }: Channel): unknown[] {
    if (botMay === undefined) return [];
    const [allow, deny] = [botMay & ~this.botMay, this.botMay & ~botMay];
    return [
      { id: this.#application.id, type: OverwriteType.Member, allow: `${allow}`, deny: `${deny}` },
    ];
  }

  get roles(): unknown[] {
    const role = (id: string, name: string, bits: bigint, managed = false) => ({
      id,
      name,
      permissions: `${bits}`,
      position: 0,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      icon: null,
      unicode_emoji: null,
      description: null,
      hoist: false,
      managed,
      mentionable: false,
      flags: 0,
      ...(managed ? { tags: { bot_id: this.#application.id } } : {}),
    });
    return [
      role(this.id, '@everyone', 0n),
      role(this.#botRole, this.#application.user.username, this.botMay, true),
      role(this.#memberRole, 'Member', bitsOf(MEMBER)),
    ];
  }

  memberJson(user: APIUser): Record<string, unknown> {
    return { user, ...this.partialMember(user) };
  }

  /** A member without the user, as a message carries it. */
  partialMember(user: APIUser): Record<string, unknown> {
    return {
      nick: null,
      avatar: null,
      banner: null,
      roles: [user.bot ? this.#botRole : this.#memberRole],
      joined_at: new Date(this.createdAt).toISOString(),
      premium_since: null,
      communication_disabled_until: null,
      pending: false,
      deaf: false,
      mute: false,
      flags: 0,
    };
  }

  toJSON(): Record<string, unknown> {
    return {
      id: this.id,
      name: this.name,
      owner_id: this.owner.id,
      ...SETTINGS,
      roles: this.roles,
      emojis: [],
      stickers: [],
      features: [],
    };
  }

  /** The guild as a bot gets it when it connects or joins. */
  arrival(): Record<string, unknown> {
    const all = [...this.channels.values()].filter(({ deleted }) => !deleted);
    const bot = this.#application.id;
    return {
      ...this.toJSON(),
      joined_at: new Date(this.createdAt).toISOString(),
      large: this.members.size > 50,
      unavailable: false,
      member_count: this.members.size + 1,
      voice_states: [],
      members: [this.memberJson(this.#application.user)],
      channels: all.filter(({ isThread }) => !isThread),
      threads: all.filter((c) => c.isThread && !c.archived && (!c.isPrivate || c.members.has(bot))),
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    };
  }
}

const SETTINGS = {
  icon: null,
  description: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  home_header: null,
  region: 'deprecated',
  widget_enabled: false,
  widget_channel_id: null,
  afk_channel_id: null,
  incidents_data: null,
  max_members: 500_000,
  max_presences: null,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  nsfw: false,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  preferred_locale: 'en-US',
};
