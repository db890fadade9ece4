import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JudgedCoach } from '../../src/coach/judged.ts';
import { type LocalModel, type Reply, startModel } from '../servers/model.ts';
import { ANSWER, coach, DRAFT, judgedBy, QUESTION } from './support.ts';

let model: LocalModel;
beforeAll(async () => {
  model = await startModel();
});
afterAll(() => model.close());

const SECRET = 'zorp-the-server-said-this';
const FAULTS: ReadonlyArray<readonly [what: string, reply: Reply, notice: RegExp]> = [
  ['too many requests', { status: 429, headers: { 'retry-after': '1' } }, /too much to do/],
  [
    'no money left',
    { status: 429, body: { error: { code: 'insufficient_quota', message: SECRET } } },
    /could not be reached/,
  ],
  ['an error', { status: 500, body: { error: { message: SECRET } } }, /could not be reached/],
  ['a wrong key', { status: 401, body: { error: { message: SECRET } } }, /could not be reached/],
  ['an error page', { status: 502, body: `<html>${SECRET}</html>` }, /could not be reached/],
  ['a request not understood', { status: 400, body: {} }, /could not be reached/],
  ['nothing at all', 'nothing', /did not answer in time/],
  ['half a body', { half: `{"parts":[{"quote":"${SECRET}` }, /could not be reached|could be used/],
  ['a reply that was cut', { cut: '{"parts":[' }, /could be used/],
  ['broken JSON', { say: `{"parts": ${SECRET}` }, /could be used/],
  ['prose', { say: `Great draft! ${SECRET}` }, /could be used/],
  ['an empty reply', { say: '' }, /could be used/],
  ['a refusal', { refuse: SECRET }, /declined/],
  ['a wrong shape', { say: `{"flags":"${SECRET}","parts":7}` }, /could be used/],
  ['a list', { say: '[1,2,3]' }, /could be used/],
];

describe.concurrent.each(FAULTS)('where the model answers with %s', (_, reply, notice) => {
  const judging = async (use: (judged: JudgedCoach) => Promise<void>) => {
    const server = await startModel(() => reply);
    await use(judgedBy(server.url, { OPENAI_DEADLINE_SECONDS: '2' }).judged);
    await server.close();
  };

  it('a review is the rules’, and says so', () =>
    judging(async (judged) => {
      const { notice: said, ...review } = await judged.review(DRAFT, {});
      expect(review).toEqual(coach.review(DRAFT));
      expect(said).toMatch(notice);
      expect(said).not.toContain(SECRET);
    }));
  it('so is the feedback on an answer', () =>
    judging(async (judged) => {
      const { notice: said, ...review } = await judged.answer(QUESTION, ANSWER, {});
      expect(review).toEqual(coach.answer(QUESTION, ANSWER));
      expect(said).toMatch(notice);
    }));
  it('so is the answer to a question, while it streams as well', () =>
    judging(async (judged) => {
      const seen: string[] = [];
      const question = 'should i push my step 2 ck date back';
      const partly = ({ answer }: { answer: string }) => void seen.push(answer);
      const { notice: said, ...answer } = await judged.ask(question, {}, { partly });
      expect(answer).toEqual(coach.ask(question));
      expect(said).toMatch(notice);
      expect(seen).toEqual([]);
    }));
  it('an interview goes on', () =>
    judging(async (judged) => {
      const session = coach.begin({ rounds: 2, seed: 7, style: 'brisk' });
      const first = coach.step(session, { id: 'a', type: 'start' }).session;
      const event = { id: 'b', type: 'answer', text: ANSWER } as const;
      const ready = await judged.prepare(first, event, {});
      const { say } = coach.step(first, ready);
      expect(say.map(({ type }) => type)).toEqual(
        coach.step(first, event).say.map(({ type }) => type),
      );
      const end = coach.step(coach.step(first, ready).session, { id: 'c', type: 'end' });
      const told = end.say.map((item) =>
        item.type === 'debrief'
          ? { ...item, debrief: { ...item.debrief, notice: expect.stringMatching(notice) } }
          : item,
      );
      expect(await judged.finish(end.say, {})).toEqual(told);
    }));
});

describe('a fault that passes', () => {
  const good = { say: JSON.stringify({ parts: [], account: [], flags: [], rules: [] }) };

  it('once is not noticed', async () => {
    model.replies((_, count) => (count % 2 ? { status: 503 } : good));
    model.requests.length = 0;
    const review = await judgedBy(model.url).judged.review(DRAFT, {});
    expect(review.source).toBe('model');
    expect(review.notice).toBeUndefined();
  });
  it('in the shape is mended once', async () => {
    model.requests.length = 0;
    model.replies((_, count) => (count === 1 ? { say: '{"parts":[]}' } : good));
    const review = await judgedBy(model.url).judged.review(DRAFT, {});
    expect(review.source).toBe('model');
    expect(model.requests).toHaveLength(2);
    expect(model.requests[1]?.messages.at(-1)?.content).toContain('flags');
  });
  it('of a server that knows no schema leads to words, and it is remembered', async () => {
    model.requests.length = 0;
    model.replies((request) =>
      request.response_format
        ? { status: 400, body: {} }
        : { say: `Sure!\n\`\`\`json\n${good.say}\n\`\`\`` },
    );
    const { judged } = judgedBy(model.url);
    expect((await judged.review(DRAFT, {})).source).toBe('model');
    const tried = model.requests.length;
    expect((await judged.review(`${DRAFT} `, {})).source).toBe('model');
    expect(model.requests.length).toBe(tried + 1);
    expect(model.requests.at(-1)?.messages[0]?.content).toContain('JSON Schema');
  });
});

describe('a model that keeps failing', () => {
  it('is left alone for a while', async () => {
    model.requests.length = 0;
    model.replies(() => ({ status: 401 }));
    const { judged, calls } = judgedBy(model.url);
    for (let i = 0; i < 8; i++) await judged.review(`${DRAFT} ${i}`, {});
    expect(model.requests.length).toBe(5);
    expect(calls.every(({ outcome }) => outcome === 'down')).toBe(true);
  });
});
