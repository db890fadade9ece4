import { pino } from 'pino';
import { afterAll, beforeAll, expect } from 'vitest';
import type { App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type Serving, serve } from '../../src/discord/serve.ts';
import { wire } from '../../src/wire.ts';
import { type Discord, type Person, type Server, startDiscord } from '../servers/discord/index.ts';

/** The bot on a local Discord, for one test file. */
export interface Stage {
  discord: Discord;
  server: Server;
  ana: Person;
  serving: Serving;
  /** Every line that was logged. */
  logged: string[];
}

export function stage(
  environment: () => Record<string, string> = () => ({}),
  change: (app: App) => App = (app) => app,
): Stage {
  const stage = { logged: [] as string[] } as Stage;
  beforeAll(async () => {
    stage.discord = await startDiscord();
    stage.server = stage.discord.guild();
    stage.ana = stage.discord.person('Ana');
    const log = pino(
      { base: null, level: 'trace' },
      { write: (line: string) => void stage.logged.push(line) },
    );
    stage.serving = await start(stage.discord, log, environment(), change);
    await stage.discord.ready();
  });
  afterAll(async () => {
    await stage.serving?.stop();
    expect(stage.discord?.violations).toEqual([]);
    await stage.discord?.close();
  });
  return stage;
}

/** Starts the bot as `coach serve` does, with a store in memory. */
export function start(
  discord: Discord,
  log = pino({ level: 'silent' }),
  environment: Record<string, string> = {},
  change: (app: App) => App = (app) => app,
): Promise<Serving> {
  const config = readConfig({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    STORE_URL: 'memory:',
    ...environment,
  });
  return serve(change(wire(config)), config, log, discord.now);
}
