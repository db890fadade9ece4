import { once } from 'node:events';
import { DefaultRestOptions, REST, Routes, type Shard, ShardingManager } from 'discord.js';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { Unusable } from '../unusable.ts';
import { explainLogin } from './login.ts';

/** How long Discord wants two logins of one bucket to be apart, in milliseconds, and a bit. */
const APART = 5_500;
/** A process that dies this often within this time dies of something that a restart doesn't mend. */
const DEATHS = 5;
const WITHIN = 10 * 60 * 1000;

/** Processes that serve one shard each. */
export interface Processes {
  count: number;
  /** Resolves to why, should one of them die again and again. */
  lost: Promise<Error>;
  /** Tells all of them to stop, and resolves when they have. */
  stop(): Promise<void>;
}

/**
 * Starts a process for each shard, one after the other, and again where one dies. How many there
 * are is asked here: by itself the manager of discord.js asks Discord's own API, whatever
 * DISCORD_API_URL says. Throws as a login does.
 */
export async function serveInProcesses(
  file: string,
  config: Config,
  log: Logger,
): Promise<Processes> {
  const { DISCORD_TOKEN: token, SHARDS, METRICS_PORT } = config;
  if (!token) throw new Unusable('DISCORD_TOKEN is not set.');
  const gateway = await askGateway(token, config);
  const totalShards = config.SHARD_COUNT ?? gateway.shards;
  const manager = new ShardingManager(file, {
    token,
    totalShards,
    shardList: SHARDS ?? Array.from({ length: totalShards }, (_, id) => id),
    shardArgs: ['serve'],
  });
  const lost = new Promise<Error>((resolve) => {
    manager.on('shardCreate', (shard) => {
      // One port can't be had twice.
      if (METRICS_PORT) Object.assign(shard.env ?? {}, { METRICS_PORT: METRICS_PORT + shard.id });
      watchDeaths(manager, shard, log, resolve);
    });
  });
  const stop = async () => {
    manager.respawn = false;
    await Promise.all([...manager.shards.values()].map(end));
  };
  try {
    await manager.spawn({ delay: APART / gateway.session_start_limit.max_concurrency });
  } catch {
    await stop();
    throw new Error('A shard’s process ended before it had logged in; the line above says why.');
  }
  return { count: manager.shards.size, lost, stop };
}

interface Gateway {
  shards: number;
  session_start_limit: { max_concurrency: number };
}

async function askGateway(token: string, { DISCORD_API_URL }: Config): Promise<Gateway> {
  const api = DISCORD_API_URL ?? DefaultRestOptions.api;
  const rest = new REST({ api, timeout: 10_000, retries: 1 }).setToken(token);
  try {
    return (await rest.get(Routes.gatewayBot())) as Gateway;
  } catch (error) {
    throw explainLogin(error, DISCORD_API_URL);
  }
}

function watchDeaths(
  manager: ShardingManager,
  shard: Shard,
  log: Logger,
  tooMany: (why: Error) => void,
): void {
  let deaths: number[] = [];
  // One that does not come up again ends in its death, and that is told below.
  shard.on('error', () => {});
  shard.on('death', () => {
    if (!manager.respawn) return;
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < WITHIN), now];
    log.warn({ shard: shard.id, deaths: deaths.length }, 'a process died');
    if (deaths.length >= DEATHS)
      tooMany(new Error(`The process of shard ${shard.id} died ${DEATHS} times in ten minutes.`));
  });
}

/** SIGTERM, and the wait until it is gone; `kill` also keeps it from being started again. */
async function end(shard: Shard): Promise<void> {
  const child = shard.process;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  shard.kill();
  await gone;
}
