import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Discord, type Server, startDiscord } from '../servers/discord/index.ts';
import { shardOf } from '../servers/discord/world/ids.ts';
import { ANSWERS } from './interviewee.ts';
import { run } from './process.ts';
import { start } from './support.ts';

const FEEDBACK = /to say \(aim/;

/** A Discord that recommends two shards, with a server on each, and a store for several processes. */
async function twoShards() {
  const folder = mkdtempSync(join(tmpdir(), 'shards-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const discord = await startDiscord({ shards: 2 });
  onTestFinished(async () => {
    await discord.close();
    expect(discord.violations).toEqual([]);
  });
  const servers: Server[] = [];
  while (!servers[0] || !servers[1]) {
    const server = discord.guild();
    servers[shardOf(server.id, 2)] = server;
  }
  return {
    discord,
    servers: servers as [Server, Server],
    STORE_URL: `sqlite:${join(folder, 'store.sqlite')}`,
  };
}

async function answersEverywhere(discord: Discord, servers: readonly Server[]): Promise<void> {
  for (const [i, place] of [...servers.map(({ general }) => general), undefined].entries()) {
    const person = discord.person(`Somebody ${i}`);
    await person.runs('/help', {}, { in: place ?? person.dm });
    await person.sees(/I never write/);
  }
}

describe('two shards', () => {
  it('in one process, as Discord recommends them, answer in every server and in DMs', async () => {
    const { discord, servers } = await twoShards();
    const serving = await start(discord, pino({ level: 'silent' }));
    onTestFinished(() => serving.stop());
    expect(discord.connected).toBe(2);
    await answersEverywhere(discord, servers);
  });

  it('in a process each: every one looks after the interviews of its own servers', async () => {
    const { discord, servers, STORE_URL } = await twoShards();
    const bot = (SHARDS: string) =>
      run(['serve'], { STORE_URL, SHARDS, SHARD_COUNT: '2' }, discord);
    const [first, second] = [bot('0'), bot('1')];
    await Promise.all([first.prints(/Serving/), second.prints(/Serving/)]);
    await answersEverywhere(discord, servers);
    const ana = discord.person('Ana');
    await ana.runs('/interview', { rounds: 3 }, { in: servers[1].general });
    const { channel } = await ana.sees(/Question 1 of 3/);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    ana.writes(ANSWERS[0], { in: channel, mention: true });
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    // The first finds the interview in the store too, and leaves it alone.
    await bot('0').prints(/Serving/);
    await ana.runs('/help', {}, { in: servers[0].general });
    await ana.sees(/I never write/);
    await bot('1').prints(/Serving/);
    await ana.sees(FEEDBACK, { in: channel, ever: true });
    expect(ana.screen(channel).filter(({ text }) => FEEDBACK.test(text))).toHaveLength(1);
  });

  it('by `serve --processes`: started and stopped together', async () => {
    const { discord, servers, STORE_URL } = await twoShards();
    const all = run(['serve', '--processes'], { STORE_URL, METRICS_PORT: '' }, discord);
    await all.prints(/Serving Discord in 2 processes/);
    await answersEverywhere(discord, servers);
    all.child.kill('SIGTERM');
    expect(await all.ended).toBe(0);
    expect(discord.connected).toBe(0);
  });
});
