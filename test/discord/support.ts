import { pino } from 'pino';
import { afterAll, beforeAll, expect } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Serving, serve } from '../../src/discord/serve.ts';
import { wire } from '../../src/wire.ts';
import { type LocalDiscord, startDiscord } from '../servers/local-discord/index.ts';

/** A bot on a local Discord, for one test file; the world is made before the bot logs in. */
export interface Stage {
  discord: LocalDiscord;
  serving: Serving;
  /** Every line that was logged. */
  logged: string[];
}

export function stage(build: (discord: LocalDiscord) => void): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    stage.discord = await startDiscord();
    stage.logged = [];
    build(stage.discord);
    const config = readConfig({
      DISCORD_TOKEN: 'a.local.token',
      DISCORD_API_URL: stage.discord.url,
      STORE_URL: 'memory:',
    });
    const log = pino({ base: null }, { write: (line: string) => void stage.logged.push(line) });
    stage.serving = await serve(wire(config), config, log);
  });
  afterAll(async () => {
    if (process.env.SHOW_LOG) console.log(stage.logged?.join(''), stage.discord.world.violations);
    await stage.serving?.stop();
    await stage.discord?.close();
    expect(stage.discord.world.violations).toEqual([]);
  });
  return stage;
}
