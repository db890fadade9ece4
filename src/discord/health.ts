import { type Client, Status } from 'discord.js';
import type { App } from '../app.ts';

/** How a bot that runs is. */
export interface Health {
  /** Whether it serves people just now. */
  well: boolean;
  doing: 'starting' | 'serving' | 'stopping';
  /** What each shard of this process is at, such as `Ready` or `Reconnecting`. */
  shards: Record<string, string>;
  store: 'answers' | 'fails';
}

/** A store that says nothing for so long fails, in milliseconds. */
const PATIENCE = 2_000;

export async function healthOf(client: Client, app: App, doing: Health['doing']): Promise<Health> {
  const shards = [...client.ws.shards].map(([id, { status }]) => [id, Status[status]] as const);
  const store = await storeOf(app);
  const connected = shards.length > 0 && [...connectedOf(client).values()].every(Boolean);
  return {
    well: doing === 'serving' && connected && store === 'answers',
    doing,
    shards: Object.fromEntries(shards),
    store,
  };
}

/** Whether each shard of this process is connected. */
export function connectedOf({ ws }: Client): Map<number, boolean> {
  return new Map([...ws.shards].map(([id, { status }]) => [id, status === Status.Ready]));
}

async function storeOf(app: App): Promise<Health['store']> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), PATIENCE);
  });
  try {
    await Promise.race([app.records().then((records) => records.get('health')), late]);
    return 'answers';
  } catch {
    return 'fails';
  } finally {
    clearTimeout(timer);
  }
}
