import { fileURLToPath } from 'node:url';
import { Bot } from './bot.ts';
import { type BadServer, startServer } from './server.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The program as people run it. */
export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** What inputs run on. */
export interface Stage {
  /** A model's server, for commands. */
  model: BadServer;
  /** Where nobody may ever call: what links and entities in files name. */
  trap: BadServer;
  /** The bot on a local Discord, started when it is first needed and again where it died. */
  bot(): Promise<Bot>;
  /** Why not all is well with what the bot keeps, where it isn't. */
  close(): Promise<string | undefined>;
}

export async function openStage(): Promise<Stage> {
  const [model, trap] = await Promise.all([
    startServer(() => {}),
    startServer((_, response) => void response.end('trapped')),
  ]);
  let bot: Promise<Bot> | undefined;
  return {
    model,
    trap,
    async bot() {
      bot ??= Bot.open();
      const running = await bot;
      await running.start();
      return running;
    },
    async close() {
      const kept = await (await bot)?.close();
      await Promise.all([model.close(), trap.close()]);
      return kept;
    },
  };
}
