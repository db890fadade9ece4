import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Discord } from '../servers/discord/index.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The coach as people run it, in a process of its own. */
export interface Process {
  child: ChildProcess;
  /** All that it has printed and logged. */
  output(): string;
  /** Resolves when it has printed this. */
  prints(what: RegExp): Promise<void>;
  /** Resolves to its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Starts `coach` with these arguments, against a local Discord where one is given. */
export function run(
  args: readonly string[],
  environment: Record<string, string>,
  discord?: Discord,
): Process {
  const child = spawn(process.execPath, [MAIN, ...args], {
    // Nothing of this machine's own settings, and no `.env` of this folder's but what is given here.
    env: {
      PATH: process.env.PATH,
      STORE_URL: 'memory:',
      ...(discord ? { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url } : {}),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      child.emit('printed');
    });
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    child,
    output: () => output,
    ended,
    async prints(what) {
      while (!what.test(output)) {
        const more = once(child, 'printed').then(() => true);
        if (!(await Promise.race([more, ended.then(() => false)])) && !what.test(output))
          throw new Error(`It ended and had not printed ${what}, but:\n${output}`);
      }
    },
  };
}
