import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../coach/support.ts';
import { DRAFT, taskOf } from '../model/support.ts';
import { type LocalModel, type ModelRequest, type Reply, startModel } from '../servers/model.ts';
import { stage } from './support.ts';

const ASKED = 'should i push my step 2 ck date back';
const ANSWER =
  'It was a fail, the first time. I started late and trusted a plan that I had never tested. Since then I have done forty timed blocks with every miss logged.';
const sentences = knowledge
  .find()(ASKED)
  .covered.slice(0, 2)
  .flatMap(({ passage: { body } }, i) =>
    body
      .replaceAll('**', '')
      .split(/(?<=[.])\s+/)
      .filter((sentence) => sentence.split(' ').length > 6)
      .slice(0, 3)
      .map((text) => ({ passage: `p${i + 1}`, text, paragraph: 'same' })),
  );

/** What the stand-in says to each task. */
const SAYS: Record<string, unknown> = {
  'compose-answer': { danger: '', covers: 'fully', sentences },
  'judge-statement': { parts: [], account: [], flags: [], rules: [] },
  'judge-answer': { flags: [], rules: [], worked: { quote: 'I started late', does: 'o' } },
  'word-question': { question: 'Who saw you trust “a plan that I had never tested” that year?' },
  debrief: { best: { quote: 'I have done forty timed blocks', does: 's' }, question: '' },
};

let model: LocalModel;
let says: (request: ModelRequest) => Reply;
beforeAll(async () => {
  model = await startModel((request) => says(request));
});
afterAll(() => model.close());
const on = stage(() => ({ OPENAI_BASE_URL: model.url, DAILY_TOKENS_PERSON: '100000' }));
const well = () => {
  says = (request) => ({ say: JSON.stringify(SAYS[taskOf(request)]) });
};

describe('with a model', () => {
  it('/ask answers in its words, with the sources', async () => {
    well();
    await on.ana.runs('/ask', { question: ASKED }, { in: on.server.general });
    const answer = await on.ana.sees(/From:/);
    expect(answer.text).toContain(sentences[0]?.text);
    await on.ana.clicks('Show the passages');
    await on.ana.sees(/article/);
  });
  it('a mention is answered in its words', async () => {
    well();
    await on.ana.writes(`${ASKED}?`, { in: on.server.general, mention: true });
    const answer = await on.ana.sees(/From:/, { in: on.server.general });
    expect(answer.text).toContain(sentences[0]?.text);
  });
  it('an answer grows while it is written, and has its sources only when it is whole', async () => {
    says = (request) => ({ say: JSON.stringify(SAYS[taskOf(request)]), pace: 120 });
    const dora = on.discord.person('Dora');
    await dora.writes(ASKED, { in: dora.dm });
    const growing = await dora.sees(/ …$/, { in: dora.dm });
    expect(growing.text).not.toContain('From:');
    await dora.sees(/From:/, { in: dora.dm });
    expect(dora.screen(dora.dm).filter(({ text }) => / …$/.test(text))).toEqual([]);
  });
  it('a review says by whom it was read', async () => {
    well();
    await on.ana.runs(
      '/review',
      { draft: { name: 'draft.txt', content: DRAFT } },
      { in: on.server.general },
    );
    await on.ana.sees(/Read by a model within the rules/);
  });
  it('an interviewer presses in its words, and the debrief has its choice', async () => {
    well();
    const ben = on.discord.person('Ben');
    await ben.runs(
      '/interview',
      { rounds: 1, focus: 'exam-record', style: 'sceptical' },
      { in: ben.dm },
    );
    await ben.sees(/Question 1 of 1/);
    await ben.writes(ANSWER, { in: ben.dm });
    await ben.sees(/I started late/);
    await ben.sees(/Who saw you trust/);
    await ben.clicks('End');
    await ben.sees(/\*\*Debrief\*\*[\s\S]*I have done forty timed blocks/);
  });
});

describe('where the model fails', () => {
  it('everybody gets the rules’ result, and one line that says so', async () => {
    says = () => ({ status: 500 });
    const cleo = on.discord.person('Cleo');
    await cleo.runs('/ask', { question: ASKED }, { in: on.server.general });
    await cleo.sees(/From:[\s\S]*could not be reached, so this is what the rules found/);
    await cleo.runs(
      '/review',
      { draft: { name: 'draft.txt', content: DRAFT } },
      { in: on.server.general },
    );
    await cleo.sees(/Fix this first[\s\S]*could not be reached/);
  });
  it('the log says what came of each call, and nothing of what was said', () => {
    const calls = on.logged.filter((line) => line.includes('"msg":"model"'));
    expect(calls.length).toBeGreaterThan(5);
    expect(calls.join()).toContain('"outcome":"down"');
    expect(on.logged.join()).not.toMatch(/never tested|bay four|push my step/);
  });
});
