import { type APIUser, GatewayIntentBits, MessageFlags, MessageType } from 'discord.js';
import type { Attachment, Upload } from './attachments.ts';
import type { Channel } from './channel.ts';
import type { Component } from './components.ts';
import { handedOut } from './handed-out.ts';
import { type InteractionMetadata, type Message, messageJson } from './message.ts';
import { type AllowedMentions, pingsOf, textOf } from './pings.ts';
import type { World } from './world.ts';

/** What is sent to make or change a message, once it has been found right. */
export interface MessageBody {
  content?: string | null;
  embeds?: unknown[] | null;
  components?: Component[] | null;
  flags?: number | null;
  attachments?: Array<{ id: string; filename?: string | null; description?: string | null }> | null;
  allowed_mentions?: AllowedMentions | null;
  message_reference?: { message_id: string; fail_if_not_exists?: boolean | null } | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
  poll?: unknown;
  sticker_ids?: string[] | null;
}

/** Files by the number in their form field's name. */
export type Files = ReadonlyMap<number, Upload>;

interface Origin {
  channel: Channel;
  author: APIUser;
  reply?: Message | undefined;
  metadata?: InteractionMetadata;
  onlyFor?: string | undefined;
  type?: MessageType;
  /** Recorded in Discord's own client. */
  voice?: boolean;
}

/** Flags that a sender may set; the rest is Discord's. */
const SENDABLE =
  MessageFlags.Ephemeral |
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.Loading;

export function createMessage(
  world: World,
  origin: Origin,
  body: MessageBody,
  files: Files,
): Message {
  const { channel, author, reply, metadata, onlyFor } = origin;
  const message: Message = {
    id: world.ids.next(),
    channel,
    author,
    type: origin.type ?? (reply ? MessageType.Reply : MessageType.Default),
    createdAt: world.clock.now(),
    ...(reply ? { reply } : {}),
    ...(body.nonce == null ? {} : { nonce: body.nonce }),
    ...(metadata ? { metadata } : {}),
    ...(onlyFor ? { onlyFor } : {}),
    content: '',
    embeds: [],
    attachments: [],
    components: [],
    flags: ((body.flags ?? 0) & SENDABLE) | (origin.voice ? MessageFlags.IsVoiceMessage : 0),
    mentions: [],
    pings: [],
    change: 0,
    deleted: false,
  };
  fill(world, message, body, files);
  channel.messages.set(message.id, message);
  channel.last = message.id;
  announce(world, message, 'MESSAGE_CREATE');
  world.changed(message);
  return message;
}

export function editMessage(world: World, message: Message, body: MessageBody, files: Files): void {
  const wasLoading = message.flags & MessageFlags.Loading;
  const added = (body.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds);
  message.flags = (message.flags & ~MessageFlags.Loading) | added;
  if (!wasLoading) message.editedAt = world.clock.now();
  fill(world, message, body, files);
  announce(world, message, 'MESSAGE_UPDATE');
  world.changed(message);
}

export function deleteMessage(world: World, message: Message): void {
  const { channel, id } = message;
  message.deleted = true;
  channel.messages.delete(id);
  if (!message.onlyFor) {
    const data = {
      id,
      channel_id: channel.id,
      ...(channel.guild ? { guild_id: channel.guild.id } : {}),
    };
    world.tell({
      name: 'MESSAGE_DELETE',
      guild: channel.guild,
      intent: intentOf(channel),
      data: () => data,
    });
  }
  world.changed(message);
}

function fill(world: World, message: Message, body: MessageBody, files: Files): void {
  message.attachments = attach(world, message, body, files);
  if (body.content !== undefined) message.content = body.content?.trim() ?? '';
  if (body.embeds !== undefined) message.embeds = body.embeds ?? [];
  if (body.components !== undefined)
    message.components = handedOut(body.components, message.attachments);
  const text = textOf(message.content, message.components);
  message.pings = pingsOf(text, body.allowed_mentions, message.flags, message.reply?.author.id);
  message.mentions = message.pings.flatMap((id) => world.users.get(id) ?? []);
  if (body.allowed_mentions) message.allowedMentions = body.allowed_mentions;
}

/** Files stay unless the body lists those that do; new ones are added. */
function attach(world: World, message: Message, body: MessageBody, files: Files): Attachment[] {
  const listed = body.attachments;
  const kept = message.attachments.filter(({ id }) => !listed || listed.some((a) => a.id === id));
  const added = [...files].map(([number, upload]) => {
    const about = listed?.find(({ id }) => id === `${number}`);
    const named = about?.filename ? { ...upload, name: about.filename } : upload;
    const attachment = world.keep(named, message.onlyFor !== undefined);
    if (about?.description) attachment.description = about.description;
    return attachment;
  });
  return [...kept, ...added];
}

/** Tells the bot of a message; of one that a single person sees nobody is told. */
function announce(world: World, message: Message, name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE'): void {
  if (message.onlyFor) return;
  const { channel, author, mentions } = message;
  const bot = world.application.id;
  const open = !channel.guild || author.id === bot || mentions.some(({ id }) => id === bot);
  world.tell({
    name,
    guild: channel.guild,
    intent: intentOf(channel),
    data: (content) => messageJson(message, { content: content || open, event: true }),
  });
}

const intentOf = ({ guild }: Channel) =>
  guild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
