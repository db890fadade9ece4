import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { Kept } from '../../src/discord/interview-record.ts';
import { type LocalModel, startModel } from '../servers/model.ts';
import { DRAFT } from '../terminal/support.ts';
import { stage } from './support.ts';

/** The first call loads the client of the model, which takes a busy machine more than a second. */
const PATIENT = { timeout: 10_000 };

/** Resolves when a test lets the model go on: what asks it is under way until then. */
let think: Promise<void> = Promise.resolve();
let model: LocalModel;
beforeAll(async () => {
  model = await startModel(async () => {
    await think;
    return { say: '{}' };
  });
});
afterAll(() => model.close());
let app: App;
const on = stage(
  () => ({ OPENAI_BASE_URL: model.url }),
  (wired) => {
    app = wired;
    return wired;
  },
);

/** Lets the model wait, and gives the way to let it go on. */
function hold(): () => void {
  let release = () => {};
  think = new Promise((resolve) => {
    release = resolve;
  });
  return release;
}

it('a review that was under way when the person erased leaves no figures', async () => {
  const { ana } = on;
  const before = model.requests.length;
  const goOn = hold();
  await ana.runs('/review', { draft: { name: 'draft.txt', content: DRAFT } }, { in: ana.dm });
  await expect.poll(() => model.requests.length, PATIENT).toBeGreaterThan(before);
  await ana.runs('/privacy erase', {}, { in: ana.dm });
  await ana.clicks('Erase all of it');
  await ana.sees(/Erased\. I keep nothing of you now/);
  goOn();
  await ana.sees(/at a glance/);
  await ana.runs('/privacy show', {}, { in: ana.dm });
  await ana.sees(/No figures\./);
});

it('an answer that was under way is not kept, and its interview is over', async () => {
  const ben = on.discord.person('Ben');
  await ben.runs('/interview', { rounds: 2 }, { in: ben.dm });
  await ben.sees(/Question 1 of 2/);
  const before = model.requests.length;
  const goOn = hold();
  await ben.clicks('Answer');
  await ben.submits({ answer: 'It was a 204 and it was mine: I read, and I never tested myself.' });
  await expect.poll(() => model.requests.length, PATIENT).toBeGreaterThan(before);
  await ben.runs('/privacy erase', {}, { in: ben.dm });
  await ben.clicks('Erase all of it');
  await ben.sees(/Erased\./);
  goOn();
  await ben.sees(/No interview of yours is open/);
  const kept = await (await app.records<Kept>()).get(`interview:${ben.id}`);
  expect(Object.keys(kept ?? {})).toEqual(['erased']);
});

it('says that the day’s count of the model stays until the day is over', async () => {
  const cleo = on.discord.person('Cleo');
  await cleo.runs('/review', { draft: { name: 'draft.txt', content: DRAFT } }, { in: cleo.dm });
  await cleo.sees(/at a glance/);
  await cleo.runs('/privacy erase', {}, { in: cleo.dm });
  await cleo.clicks('Erase all of it');
  await cleo.sees(/but how much of the model you used today: that count goes when the day is over/);
});
