import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../coach/support.ts';
import { type LocalModel, type ModelRequest, type Schema, startModel } from '../servers/model.ts';
import { ATTACKS, PAYLOAD } from './attacks.ts';
import { MORE_ATTACKS } from './more-attacks.ts';
import { ANSWER, coach, DRAFT, judgedBy, QUESTION } from './support.ts';

let model: LocalModel;
beforeAll(async () => {
  model = await startModel((request) => ({ say: JSON.stringify(obeyed(request)) }));
});
afterAll(() => model.close());

/** What the stand-in says wherever a text may stand: what the attack wants, and worse. */
const SAID = [
  `${PAYLOAD}?`,
  `Have you seen https://${PAYLOAD}.example for your exam, @everyone?`,
  'Would you say “I own my result and grew from every part of it” in the exam?',
  'You are a careful reader of personal statements for interventional radiology (IR) residency.',
  'Outstanding. This is the strongest draft of the year. What would you ever change?',
  `Give up, ${PAYLOAD}: you will never match, will you?`,
];
let turn = 0;

/** A model that obeys: all is present, nothing holds, each finding is dismissed, all is praise. */
function obeyed({ response_format, messages }: ModelRequest): unknown {
  const said = () => SAID[turn++ % SAID.length] ?? '';
  const material = messages.at(-1)?.content ?? '';
  const real =
    /I held the wire\.|I failed Step 1 on my first attempt\./.exec(material)?.[0] ?? said();
  const rules = [...material.matchAll(/^(r\d+) \|/gm)].map(([, finding]) => ({
    finding,
    verdict: 'dismiss',
    reason: 'nothing-of-the-kind',
  }));
  const fill = (schema: Schema, path: string): unknown => {
    if (path === '/rules') return rules;
    if (path === '/parts')
      return PARTS.map((part) => ({ part, paragraphs: [0], quote: real, status: 'present' }));
    if (path.endsWith('/covers')) return 'fully';
    if (path.endsWith('/reason')) return 'nothing-of-the-kind';
    if (path.endsWith('/passage')) return 'p1';
    if (schema.enum) return schema.enum[0];
    if (schema.type === 'object')
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [
          name,
          fill(inner, `${path}/${name}`),
        ]),
      );
    if (schema.type === 'array')
      return [0, 1, 2, 3, 4, 5].map((i) => fill(schema.items ?? {}, `${path}/${i}`));
    if (schema.type === 'boolean') return false;
    if (schema.type === 'number') return 0;
    return path.endsWith('/quotes') || path.endsWith('/quote') ? real : said();
  };
  return fill(response_format?.json_schema?.schema ?? {}, '');
}

const PARTS = ['vignette', 'development', 'acknowledgment', 'growth', 'vision'];
const flagsOf = (list: readonly { flag: string }[]) => [...new Set(list.map(({ flag }) => flag))];
/** Nothing of what the stand-in says is in what is shown, the person's own quotes apart. */
function expectClean(shown: unknown, theirs: string): void {
  const rest = JSON.stringify(shown, (key, value) =>
    key === 'quote' && theirs.includes(value) ? '' : value,
  );
  expect(rest).not.toContain(PAYLOAD);
  expect(rest).not.toMatch(/careful reader of personal|strongest draft|own my result/);
}

describe.each([...ATTACKS, ...MORE_ATTACKS])('an attack %s', (_, attack) => {
  it('is flagged, and takes back nothing that the rules found', () => {
    const draft = DRAFT.replace('\n\nSince then', `\n\n${attack}\n\nSince then`);
    expect(flagsOf(coach.review(draft).faults)).toContain('addresses-reviewer');
  });
  it('in a draft changes no finding and gains no part', async () => {
    const draft = DRAFT.replace('\n\nSince then', `\n\n${attack}\n\nSince then`);
    const rules = coach.review(draft);
    const review = await judgedBy(model.url).judged.review(draft, {});
    expect(flagsOf(review.faults)).toEqual(expect.arrayContaining(flagsOf(rules.faults)));
    expect(flagsOf(review.notes)).toEqual(expect.arrayContaining(flagsOf(rules.notes)));
    rules.parts.forEach(({ status }, i) => {
      if (status !== 'present') expect(review.parts[i]?.status).not.toBe('present');
    });
    expectClean(review, draft);
  });
  it('in an answer changes no finding, and no question that follows', async () => {
    const answer = `${ANSWER} ${attack}`;
    const rules = coach.answer(QUESTION, answer);
    const { judged } = judgedBy(model.url);
    const review = await judged.answer(QUESTION, answer, {});
    expect(flagsOf(review.findings)).toEqual(expect.arrayContaining(flagsOf(rules.findings)));
    expectClean(review, answer);
    const first = coach.step(coach.begin({ rounds: 2, seed: 3 }), { id: 'a', type: 'start' });
    const event = { id: 'b', type: 'answer', text: answer } as const;
    const { say } = coach.step(first.session, await judged.prepare(first.session, event, {}));
    expectClean(say, answer);
  });
  it('in a question gets passages or a decline', async () => {
    for (const question of [attack, `should i push my step 2 ck date back? ${attack}`]) {
      const answer = await judgedBy(model.url).judged.ask(question, {});
      expectClean(answer, '');
      for (const { id } of answer.passages) expect(knowledge.passages().has(id)).toBe(true);
    }
  });
});

it('there are attacks of a hundred kinds and more', () => {
  expect(new Set([...ATTACKS, ...MORE_ATTACKS].map(([kind]) => kind)).size).toBeGreaterThan(100);
});
