import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalModel, type ModelRequest, type Reply, startModel } from '../servers/model.ts';
import { coach, DRAFT, judgedBy } from './support.ts';

let model: LocalModel;
beforeAll(async () => {
  model = await startModel();
});
afterAll(() => model.close());

const GOOD = JSON.stringify({ parts: [], account: [], flags: [], rules: [] });
const message = (content: unknown, finish: unknown = 'stop', more: object = {}) => ({
  choices: [{ index: 0, message: { role: 'assistant', content, ...more }, finish_reason: finish }],
});

async function reviewed(reply: Reply | ((request: ModelRequest, count: number) => Reply)) {
  model.requests.length = 0;
  model.replies(typeof reply === 'function' ? reply : () => reply);
  const { judged, calls } = judgedBy(model.url);
  return { review: await judged.review(DRAFT, {}), calls };
}

describe('a reply that is good is taken as', () => {
  it.each<[string, unknown]>([
    ['text', message(GOOD)],
    ['text that says nothing of how it ended', message(GOOD, null)],
    ['text that was cut after the whole of it', message(`${GOOD}   `, 'length')],
    ['a body without usage, ids or a model', { choices: [{ message: { content: GOOD } }] }],
    ['text after a mark of the byte order', message(`\uFEFF${GOOD}`)],
    ['text in a fence', message(`\`\`\`json\n${GOOD}\n\`\`\``)],
    ['text with talk around it', message(`Here it is {as asked}:\n${GOOD}\nHope {that} helps.`)],
    ['text after thoughts', message(`<think>\nA {"part": 1} or {"flags"?\n</think>\n\n${GOOD}`)],
    ['text after thoughts that were begun elsewhere', message(`so {it} is\n</think>${GOOD}`)],
    ['text beside thoughts', message(GOOD, 'stop', { reasoning_content: 'hm', reasoning: 'hm' })],
    [
      'parts of text',
      message([
        { type: 'text', text: GOOD.slice(0, 9) },
        { type: 'text', text: GOOD.slice(9) },
      ]),
    ],
    [
      'parts of which one is a thought',
      message([
        { type: 'thinking', thinking: [{ type: 'text', text: '{}' }] },
        { type: 'text', text: GOOD },
      ]),
    ],
    [
      'an object with a field that nobody asked for',
      message(GOOD.replace('{', '{"thoughts":"hm",')),
    ],
  ])('%s', async (_, body) => {
    const { review } = await reviewed({ body });
    expect(review).toMatchObject({ source: 'model' });
    expect(review.notice).toBeUndefined();
    expect(model.requests).toHaveLength(1);
  });
  it('null for an empty quote', async () => {
    const part = { part: 'growth', paragraphs: [], quote: null, status: 'missing' };
    const { review } = await reviewed({
      say: GOOD.replace('"parts":[]', `"parts":[${JSON.stringify(part)}]`),
    });
    expect(review.parts.find(({ part }) => part === 'growth')?.status).toBe('missing');
    expect(model.requests).toHaveLength(1);
  });
  it('a list with an entry of a name that nobody asked for', async () => {
    const flag = (flag: string) => ({
      flag,
      quotes: [],
      reason: 'nothing-of-the-kind',
      holds: false,
      question: '',
    });
    const flags = [flag('blame'), flag('too-long'), flag('oversharing')];
    const { review } = await reviewed({
      say: GOOD.replace('"flags":[]', `"flags":${JSON.stringify(flags)}`),
    });
    expect(review.source).toBe('model');
    expect(model.requests).toHaveLength(1);
  });
});

describe('an answer that streams', () => {
  const question = 'should i push my step 2 ck date back';
  const none = '{"danger":"","covers":"no","sentences":[]}';
  const piece = (content: unknown, finish: unknown = null) => ({
    choices: [{ index: 0, delta: { content }, finish_reason: finish }],
  });
  it.each<[string, readonly unknown[]]>([
    ['ends without a word of it', [piece(none)]],
    [
      'counts at its end',
      [piece(none), piece('', 'stop'), { choices: [], usage: { total_tokens: 9 } }],
    ],
    [
      'has pieces without a choice or a text',
      [{}, { choices: [] }, { choices: [{}] }, piece(null), piece(none, 'stop')],
    ],
    ['thinks aloud', [piece('<think>{"sentences":['), piece('}</think>'), piece(none, 'stop')]],
  ])('and %s is good', async (_, events) => {
    model.replies(() => ({ events }));
    const { judged } = judgedBy(model.url);
    const answer = await judged.ask(question, {}, { partly: () => undefined });
    expect(answer).toMatchObject({ kind: 'declined', source: 'model' });
  });
  it('and breaks off with an error is the rules’', async () => {
    model.replies(() => ({ events: [piece('{"danger'), { error: { code: 502, message: 'x' } }] }));
    const answer = await judgedBy(model.url).judged.ask(question, {}, { partly: () => undefined });
    expect(answer.notice).toMatch(/could not be reached/);
  });
});

describe('what went wrong is said in the body of a 200 as well', () => {
  it.each<[string, unknown, RegExp]>([
    ['an error', { error: { code: 502, message: 'x' } }, /could not be reached/],
    ['too many requests', { error: { code: 429, message: 'x' } }, /too much to do/],
    ['an error of the choice', message('', 'error'), /could not be reached/],
    ['a filter', message('{"par', 'content_filter'), /declined/],
    ['no choices', { choices: [] }, /could be used/],
    ['nothing in it', {}, /could be used/],
    ['null', null, /could be used|could not be reached/],
    ['thoughts alone', message('<think>{"parts":[]', 'length'), /could be used/],
  ])('%s', async (_, body, notice) => {
    const { review } = await reviewed({ body });
    expect(review.notice).toMatch(notice);
    expect(review.parts).toEqual(coach.review(DRAFT).parts);
  });
  it('a refusal is sent as an error by some', async () => {
    const { review } = await reviewed({ status: 400, body: { error: { code: 'content_filter' } } });
    expect(review.notice).toMatch(/declined/);
    expect(model.requests).toHaveLength(1);
  });
});

describe('a request is put as the server takes it', () => {
  const refuses = (what: (request: ModelRequest) => boolean) => (request: ModelRequest) =>
    what(request) ? { status: 400, body: { error: { message: 'no' } } } : { say: GOOD };
  it.each<[string, (request: ModelRequest) => boolean]>([
    ['a model that reasons', (r) => 'temperature' in r || 'max_tokens' in r],
    [
      'one that takes no effort',
      (r) => 'temperature' in r || 'max_tokens' in r || 'reasoning_effort' in r,
    ],
    ['one that knows the older limit', (r) => 'max_completion_tokens' in r],
    [
      'one whose window the limit exceeds',
      (r) => 'max_tokens' in r || 'max_completion_tokens' in r,
    ],
    ['one that knows JSON alone', (r) => r.response_format?.type === 'json_schema'],
    ['one that knows neither', (r) => 'response_format' in r],
  ])('%s', async (_, what) => {
    const { review } = await reviewed(refuses(what));
    expect(review.source).toBe('model');
  });
  it('with a limit that servers other than OpenAI’s know, from the first', async () => {
    await reviewed({ say: GOOD });
    expect(model.requests[0]).toMatchObject({ max_tokens: expect.any(Number), temperature: 0 });
    expect(model.requests[0]).not.toHaveProperty('max_completion_tokens');
  });
  it('and the client logs nothing of it, whatever the environment says', async () => {
    const said: unknown[] = [];
    const { log, debug } = console;
    Object.assign(console, { log: said.push.bind(said), debug: said.push.bind(said) });
    process.env.OPENAI_LOG = 'debug';
    try {
      await reviewed({ say: GOOD });
    } finally {
      Object.assign(console, { log, debug });
      delete process.env.OPENAI_LOG;
    }
    expect(said).toEqual([]);
  });
});

describe('a call is charged', () => {
  const reserved = async (reply: Reply) => {
    const { calls } = await reviewed(reply);
    return calls[0]?.tokens ?? 0;
  };
  it('as the server counts, where it does', async () => {
    expect(await reserved({ body: { ...message(GOOD), usage: { total_tokens: 4321 } } })).toBe(
      4321,
    );
  });
  it('by length, where it does not', async () => {
    expect(await reserved({ body: message(GOOD) })).toBeGreaterThan(4_000);
  });
  it('also where the reply is a refusal or was cut', async () => {
    const usage = { total_tokens: 4321 };
    expect(await reserved({ body: { ...message('{', 'length'), usage } })).toBe(4321);
    expect(await reserved({ body: { ...message(null, 'stop', { refusal: 'no' }), usage } })).toBe(
      4321,
    );
  });
  it('nothing where the server was not reached or failed', async () => {
    expect(await reserved({ status: 401 })).toBe(0);
  });
  it('the most that it can have cost, where the deadline cut it', async () => {
    model.replies(() => 'nothing');
    const { judged, calls } = judgedBy(model.url, { OPENAI_DEADLINE_SECONDS: '1' });
    await judged.review(DRAFT, {});
    expect(calls[0]).toMatchObject({ outcome: 'slow' });
    expect(calls[0]?.tokens).toBeGreaterThan(10_000);
  });
});

describe('a store that fails', () => {
  it('leaves the person the rules’ result, and calls nobody who could not be charged', async () => {
    model.requests.length = 0;
    const { judged, calls } = judgedBy(model.url, {}, () => Promise.reject(new Error('no store')));
    const review = await judged.review(DRAFT, { person: 'ada' });
    expect(review).toMatchObject({ source: 'rules', notice: expect.any(String) });
    expect(calls).toHaveLength(1);
    expect(model.requests).toHaveLength(0);
  });
});
