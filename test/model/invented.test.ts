import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../coach/support.ts';
import { filled, type LocalModel, startModel } from '../servers/model.ts';
import { ANSWER, coach, DRAFT, judgedBy, QUESTION } from './support.ts';

/** Strings that a stand-in makes up: some look like what was asked for. */
const INVENTED = [
  (path: string) => `zorp ${path}`,
  () => 'I held the zorpian catheter while the room fell silent.',
  () => 'What would the zorpian committee make of your preparation for the exam?',
  () => 'Everybody with a zorp matches at 97% of programs in Zorpland.',
  () => 'p1',
  () => 'step-2-ck#when-to-sit-it',
  () => '',
];

let model: LocalModel;
beforeAll(async () => {
  model = await startModel();
});
afterAll(() => model.close());

describe.each(
  INVENTED.map((invent) => [invent('/some/path'), invent] as const),
)('of a model that fills every shape with "%s"', (_, invent) => {
  const judged = () => {
    model.replies((request) => ({
      say: JSON.stringify(filled(request.response_format?.json_schema?.schema ?? {}, invent)),
    }));
    return judgedBy(model.url).judged;
  };
  it('nothing invented is in a review, and what was counted stays', async () => {
    const long = `${DRAFT}\n\n${'I failed the exam and I mourned it for months. '.repeat(30)}`;
    const review = await judged().review(long, {});
    expect(JSON.stringify(review)).not.toMatch(/zorp/i);
    for (const { quote, start, end } of [...review.parts, ...review.faults, ...review.notes])
      expect(long.slice(start, end)).toBe(quote);
    const counted = (flags: readonly { flag: string }[]) =>
      flags.map(({ flag }) => flag).filter((flag) => /^over/.test(flag));
    const rules = coach.review(long);
    expect(counted(rules.faults)).toContain('overlong-explanation');
    expect(counted(review.faults)).toEqual(expect.arrayContaining(counted(rules.faults)));
    expect(review.words).toBe(rules.words);
    expect(review.setback).toEqual(rules.setback);
  });
  it('nothing invented is in the feedback on an answer', async () => {
    const long = `${ANSWER} ${'I thought about it a great deal. '.repeat(60)}`;
    const review = await judged().answer(QUESTION, long, {});
    expect(JSON.stringify(review)).not.toMatch(/zorp/i);
    for (const { quote } of review.findings) expect(long).toContain(quote);
    if (review.worked) expect(long).toContain(review.worked.quote);
    expect(review.findings.map(({ flag }) => flag)).toContain('too-long');
  });
  it('nothing invented is in an answer, and each citation is a passage', async () => {
    const answer = await judged().ask('should i push my step 2 ck date back', {});
    expect(JSON.stringify(answer)).not.toMatch(/zorp/i);
    expect(answer.kind).toBe('answer');
    for (const { id } of answer.passages) expect(knowledge.passages().has(id)).toBe(true);
  });
  it('nothing invented is asked or said in an interview', async () => {
    const coached = judged();
    const session = coach.begin({ rounds: 2, seed: 7, style: 'warm' });
    const start = { id: 'a', type: 'start' } as const;
    const first = coach.step(session, await coached.prepare(session, start, {}, DRAFT));
    const event = { id: 'b', type: 'answer', text: ANSWER } as const;
    const ready = await coached.prepare(first.session, event, {}, DRAFT);
    const second = coach.step(first.session, ready);
    const end = coach.step(second.session, { id: 'c', type: 'end' });
    const said = [first.say, second.say, await coached.finish(end.say, {})];
    expect(JSON.stringify(said)).not.toMatch(/zorp/i);
  });
});
