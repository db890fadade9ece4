import { type APIUser, ChannelType, GatewayIntentBits, MessageType } from 'discord.js';
import type { Channel, ChannelFields } from './channel.ts';
import { createMessage } from './messages.ts';
import type { World } from './world.ts';

const GUILDS = GatewayIntentBits.Guilds;

/** Whether the bot is told of what happens to a thread. */
const isKnown = (world: World, thread: Channel) =>
  !thread.isPrivate || thread.members.has(world.application.id);

export function createThread(
  world: World,
  parent: Channel,
  owner: APIUser,
  fields: Pick<ChannelFields, 'name' | 'type'> & Partial<ChannelFields>,
  id?: string,
): Channel {
  const { guild } = parent;
  const thread = world.channel(
    { ...fields, ...(guild ? { guild } : {}), parent, owner, members: [owner] },
    id,
  );
  if (isKnown(world, thread)) {
    const data = { ...thread.toJSON(), newly_created: true, member: thread.memberJson(owner.id) };
    world.tell({ name: 'THREAD_CREATE', guild, intent: GUILDS, data: () => data });
  }
  notice(world, thread);
  // A public thread that begins with no message announces itself.
  if (!thread.isPrivate && !id) {
    const origin = { channel: parent, author: owner, type: MessageType.ThreadCreated };
    createMessage(world, origin, { content: thread.name }, new Map());
  }
  return thread;
}

export function addToThread(world: World, thread: Channel, user: APIUser, by: APIUser): void {
  if (thread.members.has(user.id)) return;
  thread.members.set(user.id, user);
  tellOfMembers(world, thread, { added_members: [thread.memberJson(user.id)] });
  for (const message of thread.messages.values())
    world.notice(user.id, { kind: 'message', message });
  const body = { content: '', allowed_mentions: { users: [user.id] } };
  createMessage(
    world,
    { channel: thread, author: by, type: MessageType.RecipientAdd },
    body,
    new Map(),
  );
  world.notice(user.id, { kind: 'thread', channel: thread });
}

export function removeFromThread(world: World, thread: Channel, userId: string): void {
  if (!thread.members.has(userId)) return;
  tellOfMembers(world, thread, { removed_member_ids: [userId] });
  thread.members.delete(userId);
}

export function updateThread(
  world: World,
  thread: Channel,
  change: { name?: string; archived?: boolean; locked?: boolean; autoArchive?: number },
): void {
  Object.assign(thread, change);
  if (isKnown(world, thread))
    world.tell({
      name: 'THREAD_UPDATE',
      guild: thread.guild,
      intent: GUILDS,
      data: () => thread.toJSON(),
    });
  notice(world, thread);
}

/** Deletes a channel or a thread. */
export function deleteChannel(world: World, channel: Channel): void {
  const { guild, id, type, parent } = channel;
  const known = !guild || isKnown(world, channel);
  channel.deleted = true;
  guild?.channels.delete(id);
  if (known) {
    const thread = { id, type, guild_id: guild?.id, parent_id: parent?.id };
    const data = parent ? thread : channel.toJSON();
    const name = parent ? 'THREAD_DELETE' : 'CHANNEL_DELETE';
    world.tell({ name, guild, intent: GUILDS, data: () => data });
  }
  for (const each of guild?.channels.values() ?? [])
    if (each.parent === channel) deleteChannel(world, each);
  notice(world, channel);
}

function tellOfMembers(world: World, thread: Channel, change: Record<string, unknown>): void {
  const { guild, id } = thread;
  if (!isKnown(world, thread)) return;
  const data = { id, guild_id: guild?.id, member_count: thread.members.size, ...change };
  world.tell({ name: 'THREAD_MEMBERS_UPDATE', guild, intent: GUILDS, data: () => data });
}

function notice(world: World, channel: Channel): void {
  const viewers =
    channel.type === ChannelType.PrivateThread ? channel.members : channel.guild?.members;
  for (const id of viewers?.keys() ?? []) world.notice(id, { kind: 'thread', channel });
}
