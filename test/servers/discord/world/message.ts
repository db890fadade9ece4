import { type APIUser, MessageFlags, type MessageType } from 'discord.js';
import { type Attachment, attachmentJson } from './attachments.ts';
import type { Channel } from './channel.ts';
import type { Component } from './components.ts';

/** Of an interaction's answer: what it answered. */
export interface InteractionMetadata {
  id: string;
  type: number;
  user: APIUser;
  authorizing_integration_owners: Record<string, string>;
  name?: string;
}

export interface Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: APIUser;
  readonly type: MessageType;
  readonly createdAt: number;
  readonly reply?: Message;
  readonly nonce?: string | number;
  readonly metadata?: InteractionMetadata;
  /** The one person who sees it. */
  readonly onlyFor?: string;
  content: string;
  embeds: unknown[];
  attachments: Attachment[];
  components: Component[];
  flags: number;
  mentions: APIUser[];
  /** Whom it pings: users and roles by id, or `everyone`. */
  pings: string[];
  allowedMentions?: unknown;
  editedAt?: number;
  /** Rises with everything that happens to any message. */
  change: number;
  deleted: boolean;
}

export const isV2 = (flags: number | null | undefined): boolean =>
  Boolean((flags ?? 0) & MessageFlags.IsComponentsV2);

export const isLoading = ({ flags }: Message): boolean => Boolean(flags & MessageFlags.Loading);

/** Whether a person finds this message on their screen. */
export function isVisible({ deleted, channel, onlyFor }: Message, userId: string): boolean {
  if (deleted || channel.deleted) return false;
  return onlyFor === undefined ? channel.isOpenTo(userId) : onlyFor === userId;
}

interface Telling {
  /** With content, embeds, files and components. */
  content?: boolean;
  /** With what only an event has. */
  event?: boolean;
  /** As the message that another one replies to: it doesn't hold the one before it in turn. */
  inner?: boolean;
}

/** A message as the API has it; without `content`, what a bot without that intent gets of it. */
export function messageJson(
  message: Message,
  { content = true, event = false, inner = false }: Telling = {},
): Record<string, unknown> {
  const { channel, author, reply, metadata } = message;
  return {
    id: message.id,
    channel_id: channel.id,
    type: message.type,
    author,
    content: content ? message.content : '',
    embeds: content ? message.embeds : [],
    attachments: content ? message.attachments.map(attachmentJson) : [],
    components: content ? message.components : [],
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt ? new Date(message.editedAt).toISOString() : null,
    flags: message.flags,
    tts: false,
    pinned: false,
    mention_everyone: message.pings.includes('everyone'),
    mentions: message.mentions,
    mention_roles: [],
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(metadata
      ? { webhook_id: author.id, application_id: author.id, interaction_metadata: metadata }
      : {}),
    ...(reply ? referenceOf(reply, content, inner) : {}),
    ...(event ? { channel_type: channel.type } : {}),
    ...(event && channel.guild ? inGuild(message) : {}),
  };
}

function inGuild({ channel, author }: Message) {
  return { guild_id: channel.guild?.id, member: channel.guild?.partialMember(author) };
}

function referenceOf(reply: Message, content: boolean, inner: boolean) {
  const own = Boolean(reply.author.bot);
  const told = () => messageJson(reply, { content: content || own, inner: true });
  return {
    message_reference: {
      type: 0,
      channel_id: reply.channel.id,
      message_id: reply.id,
      ...(reply.channel.guild ? { guild_id: reply.channel.guild.id } : {}),
    },
    ...(inner ? {} : { referenced_message: reply.deleted ? null : told() }),
  };
}
