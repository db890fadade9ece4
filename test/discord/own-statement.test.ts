import { describe, expect, it } from 'vitest';
import { DRAFT } from '../terminal/support.ts';
import { stage, start } from './support.ts';

const AFTER =
  'Since then I have done forty timed questions every morning, kept a list of all that I missed, and took two practice exams in the library with a classmate. My Step 2 CK is 243.';
const NEWER = DRAFT.replace(/\n\n(?=[^\n]+\n*$)/, `\n\n${AFTER}\n\n`);
const on = stage();
/** The bot stops and is started again: what it held in memory is gone. */
async function comesAnew() {
  await on.serving.stop();
  on.serving = await start(on.discord);
  await on.discord.ready();
}
const older = { name: 'draft.txt', content: DRAFT };

describe('what an interviewer would ask about a draft', () => {
  it('is a tab of the review, each question with its quote, and a button makes it an interview', async () => {
    await on.ana.runs('/review', { draft: older }, { in: on.server.general });
    await on.ana.sees(/at a glance/);
    await on.ana.clicks('What you’d be asked');
    const asked = await on.ana.sees(/What an interviewer would ask about it/);
    expect(asked.ephemeral).toBe(true);
    expect(asked.text).toContain('> The school changed the order of the courses that year');
    await on.ana.clicks('Make these the next interview');
    const question = await on.ana.sees(/Question 1 of 5/);
    expect(question.ephemeral).toBe(true);
    expect(asked.text).toContain(question.text.split('\n')[1] ?? '-');
    await on.ana.clicks('End');
    await on.ana.sees(/Debrief/);
  });
  it('waits where an interview is open, and may take its place', async () => {
    const ben = on.discord.person('Ben');
    await ben.runs('/interview', { rounds: 2 }, { in: ben.dm });
    await ben.sees(/Question 1 of 2/);
    await ben.runs('/review', { draft: older }, { in: ben.dm });
    await ben.sees(/at a glance/);
    await ben.clicks('What you’d be asked');
    await ben.clicks('Make these the next interview');
    await ben.sees(/You have an interview open/);
    await ben.clicks('Start anew');
    await ben.sees(/Question 1 of 5/);
    await ben.clicks('End');
    await ben.sees(/Debrief/);
  });
  it('is kept as the names of our questions: no word of the draft gets into the store', async () => {
    const cleo = on.discord.person('Cleo');
    await cleo.runs('/review', { draft: older }, { in: cleo.dm });
    await cleo.clicks('What you’d be asked');
    await cleo.clicks('Make these the next interview');
    await cleo.sees(/Question 1 of 5/);
    await cleo.runs('/privacy export', {}, { in: cleo.dm });
    const { files } = await cleo.sees(/All that I keep of you, as JSON/);
    const copy = files[0]?.text ?? '';
    expect(copy).toContain('own-share');
    expect(copy).not.toContain('order of the courses');
  });
});

describe('a newer draft beside the older', () => {
  it('shows what is mended, what is new and what stayed', async () => {
    const dan = on.discord.person('Dan');
    await dan.runs('/review', { draft: older }, { in: on.server.general });
    await dan.sees(/at a glance/);
    await dan.clicks('Compare with a newer draft');
    await dan.submits({ file: { name: 'newer.txt', content: NEWER } });
    const compared = await dan.sees(/Beside the older draft/);
    expect(compared.ephemeral).toBe(true);
    expect(compared.text).toMatch(
      /Mended[\s\S]*What got better, and how: missing → (?:weak|present)/,
    );
    expect(compared.text).toMatch(/→ \d+ words/);
    expect(compared.text).toMatch(/Your statement at a glance/);
  });
  it('is reviewed by itself where the older was forgotten, which is said before it is asked for', async () => {
    const gus = on.discord.person('Gus');
    await gus.runs('/review', { draft: older }, { in: gus.dm });
    await gus.clicks('Compare with a newer draft');
    await comesAnew();
    await gus.submits({ first: NEWER.slice(0, 1900), second: NEWER.slice(1900) });
    const alone = await gus.sees(/this is the newer by itself/);
    expect(alone.text).toMatch(/Your statement at a glance/);
    expect(alone.text).not.toContain('Beside the older draft');
    await comesAnew();
    await gus.clicks('Compare with a newer draft', { on: alone });
    await gus.sees(/have both reviewed again, the older first/);
  });
  it('shows of what was lost that it stood in the older', async () => {
    const hugo = on.discord.person('Hugo');
    await hugo.runs('/review', { draft: older }, { in: hugo.dm });
    await hugo.clicks('Compare with a newer draft');
    await hugo.submits({ first: DRAFT.split('\n\n').slice(0, 2).join('\n\n') });
    const { text } = await hugo.sees(/Beside the older draft/);
    expect(text).toMatch(/present → missing\n-# Before:\n> My Step 1 score is 201/);
  });
  it('that is no statement is told so, and nothing is compared', async () => {
    const fay = on.discord.person('Fay');
    await fay.runs('/review', { draft: older }, { in: fay.dm });
    await fay.clicks('Compare with a newer draft');
    await fay.submits({ first: 'I failed once.' });
    const told = await fay.sees(/Fix this first/);
    expect(told.text).not.toContain('Beside the older draft');
  });
});
