import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRAFT, taskOf } from '../model/support.ts';
import { type LocalModel, startModel } from '../servers/model.ts';
import { stage } from './support.ts';

const REWORDED =
  'When “the professors never taught what was on it”, what did you decide to do that spring?';
let model: LocalModel;
beforeAll(async () => {
  model = await startModel((request) => ({
    say: JSON.stringify(
      taskOf(request) === 'word-question'
        ? { question: REWORDED }
        : { parts: [], account: [], flags: [], rules: [], worked: { quote: '', does: 'none' } },
    ),
  }));
});
afterAll(() => model.close());
const on = stage(() => ({ OPENAI_BASE_URL: model.url }));
const draft = { name: 'draft.txt', content: DRAFT };

describe('after a review', () => {
  it('the question that the draft raises is named, and its button asks it', async () => {
    await on.ana.runs('/review', { draft }, { in: on.server.general });
    const review = await on.ana.sees(/It raises the question/);
    const [, raised = ''] = /raises the question\*\*\n> (.*)/.exec(review.text) ?? [];
    expect(raised).toMatch(/first attempt|fail/i);
    await on.ana.clicks('Practise the question this raises');
    const question = await on.ana.sees(/Question 1 of 1/);
    expect(question.ephemeral).toBe(true);
    expect(question.text).toContain(raised);
    expect(question.text).not.toContain(REWORDED);
    await on.ana.clicks('End');
    await on.ana.sees(/Debrief/);
  });
  it('the interviewer has the draft where the person lends it, for that interview alone', async () => {
    const ben = on.discord.person('Ben');
    await ben.runs('/review', { draft }, { in: ben.dm });
    await ben.sees(/It raises the question/);
    await ben.clicks('… with my draft at hand');
    await ben.sees(/just type your answer here/);
    await ben.sees(/the professors never taught what was on it/);
    expect(model.requests.at(-1)?.messages.at(-1)?.content).toContain('bay four');
    await ben.clicks('End');
    await ben.sees(/Debrief/);
    const before = model.requests.length;
    await ben.runs('/interview', { rounds: 1 }, { in: ben.dm });
    await ben.sees(/Question 1 of 1/);
    expect(
      model.requests
        .slice(before)
        .map(({ messages }) => messages.at(-1)?.content)
        .join(),
    ).not.toContain('bay four');
  });
});

describe('who sends more than anybody reads', () => {
  it('is told once to wait, in the place where they write', async () => {
    const cleo = on.discord.person('Cleo');
    for (let i = 0; i < 46; i++) await cleo.writes(`lol ${i}`, { in: cleo.dm });
    await cleo.sees(/That was a lot at once\. Give me \d+ seconds?, then send it again\./, {
      in: cleo.dm,
    });
    const told = cleo.screen(cleo.dm).filter(({ text }) => /That was a lot/.test(text));
    expect(told).toHaveLength(1);
  });
  it('loses nothing that was typed into a modal', async () => {
    const dan = on.discord.person('Dan');
    await dan.runs('/interview', { rounds: 1 }, { in: dan.dm });
    await dan.clicks('Answer');
    for (let i = 0; i < 46; i++)
      await dan.writes(`lol ${i}`, { in: on.server.general, mention: true });
    await dan.sees(/That was a lot at once/);
    await dan.submits({ answer: 'It was a 204, and that was my own doing: I tested nothing.' });
    await dan.sees(/to say \(aim/);
  });
});
