import { randomBytes, randomUUID } from 'node:crypto';
import { createClient } from '@redis/client';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { startDiscord } from '../servers/discord/index.ts';
import { ANSWERS } from './interviewee.ts';
import { start } from './support.ts';

const REDIS = inject('redis');

describe.skipIf(!REDIS)('a bot whose store is a Redis', () => {
  it('goes on with an interview after a restart, keeps no word readable, and erases all', async () => {
    const prefix = `test-${randomUUID()}`;
    const settings = {
      STORE_URL: `${REDIS}?prefix=${prefix}`,
      DATA_KEY: randomBytes(32).toString('base64'),
    };
    const looking = await createClient({ url: REDIS }).connect();
    const keys = () => looking.keys(`${prefix}:*`);
    onTestFinished(async () => {
      for (const key of await keys()) await looking.del(key);
      looking.destroy();
    });
    const discord = await startDiscord();
    onTestFinished(() => discord.close());
    discord.guild();
    const ana = discord.person('Ana');
    const before = await start(discord, undefined, settings);
    await ana.runs('/interview', { rounds: 3 }, { in: ana.dm });
    await ana.sees(/Question 1 of 3/);
    await ana.clicks('Answer');
    await ana.submits({ answer: ANSWERS[0] });
    await ana.sees(/to say \(aim/);
    await before.stop();

    const kept = (await keys()).filter((key) => !key.includes(':asked:'));
    expect(kept.filter((key) => key.includes(ana.id)).length).toBeGreaterThan(0);
    for (const key of kept) expect(await looking.get(key)).toMatch(/^aes1:/);

    const after = await start(discord, undefined, settings);
    onTestFinished(() => after.stop());
    await ana.runs('/interview', {}, { in: ana.dm });
    await ana.sees(/with 1 answer given/);
    await ana.runs('/privacy erase', {}, { in: ana.dm });
    await ana.clicks(/Erase/);
    await ana.sees(/[Ee]rased|gone/);
    const left = async () =>
      (await keys())
        .filter((key) => key.includes(ana.id) && !key.includes(':asked:'))
        .map((key) => key.replace(/^.*keyv:|:\d+$/g, ''))
        .sort();
    // What stays for some minutes is that she erased, and nothing else.
    await expect.poll(left).toEqual(['interview', 'progress']);
    await ana.runs('/privacy export', {}, { in: ana.dm });
    const { files } = await ana.sees(/All that I keep of you, as JSON/);
    expect(JSON.parse(files[0]?.text ?? '')).toEqual({ progress: [], notices: expect.any(Number) });
  });
});
