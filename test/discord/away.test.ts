import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Person, startDiscord } from '../servers/discord/index.ts';
import { startModel } from '../servers/model.ts';
import { ANSWERS } from './interviewee.ts';
import { stage, start } from './support.ts';

const FEEDBACK = /to say \(aim/;
const on = stage();

const silent = pino({ level: 'silent' });

/** A Discord for one test, and a store that outlives a bot. */
async function elsewhere() {
  const folder = mkdtempSync(join(tmpdir(), 'away-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const settings = { STORE_URL: `sqlite:${join(folder, 'store.sqlite')}` };
  return { discord, general: discord.guild().general, settings };
}

async function asked(person: Person): Promise<void> {
  await person.runs('/interview', { rounds: 3 }, { in: person.dm });
  await person.sees(/Question 1 of 3/);
}

const feedback = (person: Person) =>
  person.screen(person.dm).filter(({ text }) => FEEDBACK.test(text));

describe('a bot that is stopped while a model thinks about an answer', () => {
  it('has the answer when it is back', async () => {
    const model = await startModel(() => 'nothing');
    onTestFinished(() => model.close());
    const { discord, general, settings } = await elsewhere();
    const OPENAI_BASE_URL = model.url;
    const dana = discord.person('Dana');
    const before = await start(discord, silent, { ...settings, OPENAI_BASE_URL });
    await dana.runs('/help', {}, { in: general });
    await asked(dana);
    await dana.clicks('Answer');
    await dana.submits({ answer: ANSWERS[0] });
    await expect.poll(() => model.requests.length).toBeGreaterThan(0);
    await before.client.destroy();
    // What it was thinking about is thought about no more: the other bot asks no model.
    const after = await start(discord, silent, settings);
    onTestFinished(() => after.stop());
    await dana.sees(FEEDBACK, { in: dana.dm });
    await dana.runs('/interview');
    await dana.sees(/with 1 answer given/);
  });
});

describe('an answer that is typed while the bot is away', () => {
  it('is taken in when a connection that can’t be resumed is there again', async () => {
    const ana = on.discord.person('Ana');
    await asked(ana);
    on.discord.gateway.open = false;
    on.discord.gateway.invalidate(false);
    ana.writes(ANSWERS[0]);
    ana.writes('hello?');
    on.discord.gateway.open = true;
    await ana.sees(FEEDBACK, { in: ana.dm, ever: true });
    await ana.runs('/help');
    await ana.sees(/I never write/);
    expect(feedback(ana)).toHaveLength(1);
  });
  it('in a thread is taken in too', async () => {
    const ben = on.discord.person('Ben');
    await ben.runs('/interview', { rounds: 3 }, { in: on.server.general });
    const { channel } = await ben.sees(/Question 1 of 3/);
    on.discord.gateway.invalidate(false);
    ben.writes(ANSWERS[0], { in: channel, mention: true });
    await ben.sees(FEEDBACK, { in: channel });
  });
  it('is taken in after a restart, once', async () => {
    const { discord, general, settings } = await elsewhere();
    const cleo = discord.person('Cleo');
    const before = await start(discord, silent, settings);
    await cleo.runs('/help', {}, { in: general });
    await asked(cleo);
    await before.stop();
    cleo.writes(ANSWERS[0]);
    const after = await start(discord, silent, settings);
    await cleo.sees(FEEDBACK, { in: cleo.dm });
    await after.stop();
    const again = await start(discord, silent, settings);
    onTestFinished(() => again.stop());
    await cleo.runs('/interview');
    await cleo.sees(/with 1 answer given/);
    expect(feedback(cleo)).toHaveLength(1);
  });
});
