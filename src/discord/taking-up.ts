import { setTimeout as after } from 'node:timers/promises';
import { type Client, type Message, ShardClientUtil } from 'discord.js';
import type { Accepted, Left } from './accepting.ts';
import type { Context } from './context.ts';
import { deliverAgain } from './delivered.ts';
import { isOrdinary, traceOf } from './failures.ts';
import { keptOf } from './interview-record.ts';

/**
 * Does again what was accepted by a process that is gone: each act from its beginning, where it
 * finds what it had changed already. Resolves when all of it has begun; what another process may
 * still be at is looked at once more when that can be told.
 */
export async function takeUp(
  client: Client<true>,
  context: Context,
  hear: (message: Message) => void,
): Promise<void> {
  for (const left of await context.accepting.left()) await take(client, left, context, hear);
}

async function take(
  client: Client<true>,
  left: Left,
  context: Context,
  hear: (message: Message) => void,
): Promise<void> {
  const { accepting, log, now } = context;
  try {
    const found = await accepting.takeOn(left, (act) => isOurs(client, act));
    if (typeof found === 'number')
      void after(Math.max(0, found - now()) + 100, undefined, { ref: false }).then(() =>
        take(client, left, context, hear),
      );
    else if (found) await again(client, left, found, context, hear);
  } catch (error) {
    log.info(traceOf(error), 'what was accepted waits for the next start');
  }
}

async function again(
  client: Client<true>,
  { id, person }: Left,
  { interaction, channel: where = '' }: Accepted,
  context: Context,
  hear: (message: Message) => void,
): Promise<void> {
  const { accepting } = context;
  // Of an interview whose debrief was shown nothing is kept that could be said again.
  const { told } = await keptOf(person, context);
  if (told?.ids.includes(id)) return accepting.settle(id, person);
  if (interaction) return deliverAgain(client, interaction.delivered);
  const message = await messageIn(client, where, id);
  if (message) hear(message);
  else await accepting.settle(id, person);
}

/** Undefined where it is gone. */
async function messageIn(
  client: Client<true>,
  where: string,
  id: string,
): Promise<Message | undefined> {
  try {
    const channel = await client.channels.fetch(where);
    return channel?.isTextBased() ? await channel.messages.fetch(id) : undefined;
  } catch (error) {
    if (isOrdinary(error)) return undefined;
    throw error;
  }
}

/** Whether what was done there comes to this process: to whoever has the server's shard; in a DM, the first. */
function isOurs({ ws, options }: Client<true>, { guild }: Accepted): boolean {
  const count = options.shardCount ?? 1;
  return ws.shards.has(guild ? ShardClientUtil.shardIdForGuildId(guild, count) : 0);
}
