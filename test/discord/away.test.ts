import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { wire } from '../../src/wire.ts';
import { type Person, startDiscord } from '../servers/discord/index.ts';
import { startModel } from '../servers/model.ts';
import { DRAFT } from '../terminal/support.ts';
import { ANSWERS } from './interviewee.ts';
import { run } from './process.ts';
import { stage, start } from './support.ts';

const FEEDBACK = /to say \(aim/;
/** A busy machine takes more than a second to load the client of a model. */
const PATIENT = { timeout: 10_000 };
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

describe('a bot that is killed while a model thinks', () => {
  /** Kills one that thinks about what is done, and starts one that asks no model. */
  async function killed(does: (person: Person) => Promise<unknown>) {
    const model = await startModel(() => 'nothing');
    onTestFinished(() => model.close());
    const { discord, general, settings } = await elsewhere();
    const dana = discord.person('Dana');
    const before = run(['start'], { ...settings, OPENAI_BASE_URL: model.url }, discord);
    await before.prints(/Serving Discord/);
    await dana.runs('/help', {}, { in: general });
    await does(dana);
    await expect.poll(() => model.requests.length, PATIENT).toBeGreaterThan(0);
    before.child.kill('SIGKILL');
    await before.ended;
    const left = await keptIn(settings);
    const after = await start(discord, silent, settings);
    onTestFinished(() => after.stop());
    return { dana, left, settings };
  }
  /** All acts that wait for an answer in a store, as text. */
  async function keptIn(settings: Record<string, string>): Promise<string[]> {
    const records = await wire(readConfig(settings)).records();
    const keys = await records.keys('accepted:');
    return Promise.all(keys.map(async (key) => JSON.stringify(await records.get(key))));
  }

  it('about an answer has it when it is back', async () => {
    const { dana } = await killed(async (person) => {
      await asked(person);
      await person.clicks('Answer');
      await person.submits({ answer: ANSWERS[0] });
    });
    await dana.sees(FEEDBACK, { in: dana.dm });
    await dana.runs('/interview');
    await dana.sees(/with 1 answer given/);
  });
  it('about a question answers it, and then keeps nothing of it', async () => {
    const { dana, left, settings } = await killed((person) =>
      person.runs('/ask', { question: 'Should I apply to DR too?' }),
    );
    expect(left).toHaveLength(1);
    expect(left[0]).not.toContain('Dana');
    await dana.sees(/diagnostic|DR/);
    await expect.poll(() => keptIn(settings), PATIENT).toEqual([]);
  });
  it('about a draft has kept no word of it, and says so', async () => {
    const { dana, left } = await killed((person) =>
      person.runs('/review', { draft: { name: 'my-draft.txt', content: DRAFT } }),
    );
    expect(left).toHaveLength(1);
    expect(left[0]).not.toMatch(/my-draft|attachments\/|https?:/);
    await dana.sees(/I keep no draft; please send it once more/);
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
