import { type Client, type ClientOptions, DiscordAPIError } from 'discord.js';
import type { Config } from '../config.ts';
import type { Place } from './interview-record.ts';

/**
 * The shards that this process takes: those of SHARDS, else all of SHARD_COUNT, else as many as
 * Discord recommends. Both are always given: discord.js would read the environment by itself.
 */
export function shardsOf({
  SHARDS,
  SHARD_COUNT,
}: Pick<Config, 'SHARDS' | 'SHARD_COUNT'>): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (SHARD_COUNT === undefined) return { shards: 'auto' };
  const all = Array.from({ length: SHARD_COUNT }, (_, id) => id);
  return { shards: SHARDS ?? all, shardCount: SHARD_COUNT };
}

/** Whether this process has the first shard: DMs come to that one, and what is done once for all is done there. */
export function isFirst({ ws }: Client<true>): boolean {
  return ws.shards.has(0);
}

/**
 * Whether an interview held there is for this process to look after. Every process finds all of
 * them in the store; a thread belongs to whoever has its server, all else to the first shard.
 */
export async function isOurs(client: Client<true>, { kind, channel }: Place): Promise<boolean> {
  if (kind !== 'thread' || client.ws.shards.size === client.options.shardCount)
    return isFirst(client);
  try {
    return (await client.channels.fetch(channel)) !== null;
  } catch (error) {
    // Nobody has it any more.
    if (error instanceof DiscordAPIError) return isFirst(client);
    throw error;
  }
}
