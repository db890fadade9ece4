/** Everything that the local Discord knows, as plain data that the REST and gateway sides share. */

export interface Person {
  id: string;
  username: string;
}

export interface Guild {
  id: string;
  name: string;
  /** What the bot may do here, as a bit field. */
  permissions: bigint;
}

export interface Channel {
  id: string;
  /** 0 text, 1 DM, 12 private thread. */
  type: number;
  name: string;
  guild?: Guild | undefined;
  members: Set<string>;
}

// biome-ignore lint/suspicious/noExplicitAny: a message is whatever JSON the bot sent, checked by schema
export type Json = any;

export interface Shown {
  id: string;
  channel: string;
  body: Json;
  author: Person;
  /** The only person who sees it; undefined where all of the channel do. */
  only?: string | undefined;
}

/** One interaction as the server keeps it: how it was answered, and until when its token is good. */
export interface Pending {
  id: string;
  token: string;
  person: Person;
  channel: Channel;
  message?: Shown | undefined;
  createdAt: number;
  acknowledged?: number;
  ephemeral: boolean;
  original?: Shown | undefined;
  modal?: Json;
}

export interface World {
  application: Person;
  guilds: Map<string, Guild>;
  channels: Map<string, Channel>;
  messages: Shown[];
  commands: Map<string, Json>;
  pending: Map<string, Pending>;
  files: Map<string, { name: string; bytes: Uint8Array }>;
  /** What the bot did that Discord would not take, one line each. */
  violations: string[];
  /** Every request, `METHOD /path`. */
  requests: string[];
  url: string;
  now(): number;
}

let count = 0n;

/** Ids as Discord makes them: the time since 2015 in the upper bits, so that later ones are larger. */
export function snowflake(): string {
  count++;
  return (((BigInt(Date.now()) - 1_420_070_400_000n) << 22n) + count).toString();
}

export function userOf({ id, username }: Person, bot = false): Json {
  return {
    id,
    username,
    discriminator: '0',
    global_name: username,
    avatar: null,
    bot,
    public_flags: 0,
  };
}

export function messageOf(world: World, { id, channel, body, author, only }: Shown): Json {
  return {
    id,
    channel_id: channel,
    guild_id: world.channels.get(channel)?.guild?.id,
    author: userOf(author, author.id === world.application.id),
    content: body.content ?? '',
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: body.mentions ?? [],
    mention_roles: [],
    attachments: body.attachments ?? [],
    embeds: body.embeds ?? [],
    pinned: false,
    type: body.message_reference ? 19 : 0,
    flags: (body.flags ?? 0) | (only ? 64 : 0),
    components: body.components ?? [],
    ...(body.message_reference ? { message_reference: body.message_reference } : {}),
  };
}

export function channelOf({ id, type, name, guild }: Channel): Json {
  return {
    id,
    type,
    name,
    guild_id: guild?.id,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    parent_id: null,
    last_message_id: null,
    ...(type === 12
      ? {
          owner_id: '1',
          parent_id: '1',
          thread_metadata: {
            archived: false,
            auto_archive_duration: 1440,
            archive_timestamp: new Date(0).toISOString(),
            locked: false,
            invitable: false,
          },
          message_count: 0,
          member_count: 1,
          rate_limit_per_user: 0,
        }
      : {}),
  };
}
