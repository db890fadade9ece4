import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Person, startDiscord } from '../servers/discord/index.ts';
import { ANSWERS } from './interviewee.ts';
import { stage, start } from './support.ts';

const FEEDBACK = /to say \(aim/;
const on = stage();

async function asked(person: Person): Promise<void> {
  await person.runs('/interview', { rounds: 3 }, { in: person.dm });
  await person.sees(/Question 1 of 3/);
}

const feedback = (person: Person) =>
  person.screen(person.dm).filter(({ text }) => FEEDBACK.test(text));

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
    const folder = mkdtempSync(join(tmpdir(), 'away-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const discord = await startDiscord();
    onTestFinished(() => discord.close());
    const { general } = discord.guild();
    const STORE_URL = `sqlite:${join(folder, 'store.sqlite')}`;
    const silent = pino({ level: 'silent' });
    const cleo = discord.person('Cleo');
    const before = await start(discord, silent, { STORE_URL });
    await cleo.runs('/help', {}, { in: general });
    await asked(cleo);
    await before.stop();
    cleo.writes(ANSWERS[0]);
    const after = await start(discord, silent, { STORE_URL });
    await cleo.sees(FEEDBACK, { in: cleo.dm });
    await after.stop();
    const again = await start(discord, silent, { STORE_URL });
    onTestFinished(() => again.stop());
    await cleo.runs('/interview');
    await cleo.sees(/with 1 answer given/);
    expect(feedback(cleo)).toHaveLength(1);
  });
});
