import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { DRAFT, taskOf } from '../model/support.ts';
import { startDiscord } from '../servers/discord/index.ts';
import { startModel } from '../servers/model.ts';
import { ANSWERS } from './interviewee.ts';
import { run } from './process.ts';

const ASKED = 'should i push my step 2 ck date back';
const FEEDBACK = /to say \(aim/;

it('a bot that is told to stop ends what is under way, whatever its model does, and loses nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stopping-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // It thinks about drafts and answers for good, and writes to who asks so slowly that it never ends.
  const model = await startModel((request) =>
    taskOf(request) === 'compose-answer' ? { say: 'x'.repeat(100_000), pace: 200 } : 'nothing',
  );
  onTestFinished(() => model.close());
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const { general } = discord.guild();
  const settings = {
    STORE_URL: `sqlite:${join(folder, 'store.sqlite')}`,
    OPENAI_BASE_URL: model.url,
  };
  const bot = run(['serve'], settings, discord);
  await bot.prints(/Serving/);
  const [ana, ben, cleo] = ['Ana', 'Ben', 'Cleo'].map((name) => discord.person(name));
  if (!ana || !ben || !cleo) throw new Error('nobody is there');
  await ana.runs('/interview', { rounds: 3 }, { in: general });
  const { channel } = await ana.sees(/Question 1 of 3/);
  await ana.clicks('Answer');
  await ana.submits({ answer: ANSWERS[0] });
  await ben.runs('/review', { draft: { name: 'draft.txt', content: DRAFT } }, { in: general });
  cleo.writes(ASKED, { in: cleo.dm });
  await expect.poll(() => new Set(model.requests.map(taskOf)).size, { timeout: 20_000 }).toBe(3);

  bot.child.kill('SIGTERM');
  await bot.prints(/stopping/);
  await ana.sees(FEEDBACK, { in: channel, ever: true });
  await ben.sees(/Fix this first/, { ever: true });
  await cleo.sees(/From:/, { in: cleo.dm, ever: true });
  expect(await bot.ended).toBe(0);
  expect(bot.output()).toMatch(/"msg":"stopped"/);
  expect(bot.output()).not.toMatch(/reread|push my/);
  expect(discord.connected).toBe(0);

  const after = run(['serve'], { ...settings, OPENAI_BASE_URL: '' }, discord);
  await after.prints(/Serving/);
  await ana.runs('/interview', {}, { in: channel });
  await ana.sees(/with 1 answer given/);
  expect(discord.violations).toEqual([]);
});
