import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Discord, type Server, startDiscord } from '../servers/discord/index.ts';
import { CANARY, SECRET } from './input.ts';
import { type BadServer, says, startServer } from './server.ts';
import { MAIN } from './stage.ts';

/** The bot in a process of its own, with a store, a model's server, a transcriber and a port for metrics. */
export class Bot {
  readonly discord: Discord;
  readonly server: Server;
  readonly model: BadServer;
  readonly port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'match-coach-hostile-'));
  #child: ChildProcess | undefined;
  #log = '';

  constructor(discord: Discord, model: BadServer, port: number) {
    this.discord = discord;
    this.server = discord.guild();
    this.model = model;
    this.port = port;
  }

  static async open(): Promise<Bot> {
    return new Bot(await startDiscord(), await startServer(says('{}')), await freePort());
  }

  /** Starts it where it doesn't run. */
  async start(): Promise<void> {
    if (this.alive) return;
    const child = spawn(process.execPath, [MAIN, 'serve'], {
      cwd: this.#folder,
      env: {
        PATH: process.env.PATH,
        DISCORD_TOKEN: this.discord.token,
        DISCORD_API_URL: this.discord.url,
        STORE_URL: `sqlite:${this.#store}`,
        OPENAI_BASE_URL: `${this.model.url}/v1`,
        OPENAI_API_KEY: SECRET,
        OPENAI_TRANSCRIBE_MODEL: 'whisper-1',
        OPENAI_DEADLINE_SECONDS: '6',
        METRICS_PORT: `${this.port}`,
        LOG_LEVEL: 'trace',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#log += text;
      });
    this.#child = child;
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (!this.alive) throw new Error(`The bot did not start: ${this.#log.slice(-500)}`);
    await this.discord.ready();
  }

  get alive(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** What it has printed and logged since this was asked last. */
  takeLog(): string {
    const log = this.#log;
    this.#log = '';
    return log;
  }

  get #store(): string {
    return join(this.#folder, 'store.sqlite');
  }

  /** Stops it; resolves to what is wrong with what it kept, where something is. */
  async close(): Promise<string | undefined> {
    if (this.alive && this.#child) {
      const gone = once(this.#child, 'exit');
      this.#child.kill('SIGTERM');
      await gone;
    }
    await Promise.all([this.discord.close(), this.model.close()]);
    const kept = ['', '-wal'].map((end) => this.#store + end).filter((path) => existsSync(path));
    const found = kept.some((path) => readFileSync(path).includes(CANARY));
    rmSync(this.#folder, { recursive: true, force: true });
    return found ? 'The store holds words of a draft or a question.' : undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
