import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Discord } from '../servers/discord/index.ts';

/** What `inside.mjs` tells, in bytes and milliseconds of processor time. */
export interface Inside {
  heapUsed: number;
  external: number;
  rss: number;
  cpu: number;
}

/** The built bot in a process of its own, on a local Discord, once it is ready. */
export async function startBuiltBot(
  discord: Discord,
  environment: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const bot = spawn(
    process.execPath,
    ['--expose-gc', '--import', './test/bench/inside.mjs', 'dist/main.js', 'serve'],
    {
      env: {
        ...process.env,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.url,
        LOG_LEVEL: 'warn',
        // What is allowed to whoever starts it is not allowed to the bot.
        NODE_OPTIONS: '',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  bot.once('exit', (code) => process.exit(code ?? 1));
  if (bot.stdout) await once(bot.stdout, 'data');
  await discord.ready();
  return bot;
}

/** What it holds, once all garbage is collected. */
export async function ask(bot: ChildProcess): Promise<Inside> {
  bot.send('tell');
  const [inside] = (await once(bot, 'message')) as [Inside];
  return inside;
}

export function told({ heapUsed, external, rss }: Inside): string {
  return `heap ${mb(heapUsed)}, outside it ${mb(external)}, RSS ${mb(rss)}`;
}

export const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

export async function stopBuiltBot(bot: ChildProcess): Promise<void> {
  bot.removeAllListeners('exit').kill('SIGTERM');
  await once(bot, 'exit');
}
