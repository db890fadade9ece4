import { describe, expect, it } from 'vitest';
import { isSupported } from '../../../src/coach/judging/support.ts';
import { openKnowledge } from '../../../src/knowledge/knowledge.ts';
import { KNOWLEDGE } from '../../../src/root.ts';

const knowledge = openKnowledge(KNOWLEDGE);
const PASSAGE = {
  title: 'How long the exam can wait',
  body: 'Postpone Step 2 CK rather than repeat a poor result. Directors prefer a strong score that comes slightly later. Sit it only when NBME practice tests are within your target for two weeks.',
};
const supported = (sentence: string, question = 'should I delay') =>
  isSupported(sentence, PASSAGE, question, knowledge.vocabulary());

describe('a sentence rests on the passage it cites', () => {
  it.each([
    'Postpone Step 2 CK rather than repeat a poor result.',
    'Yes: directors would rather see a strong score a little later than a poor one now.',
    'Sit the exam only once your NBME practice tests stay within your target for two weeks.',
  ])('%s', (sentence) => {
    expect(supported(sentence)).toBe(true);
  });
});

describe('what does not is dropped', () => {
  it.each([
    ['a number that is not there', 'Sit it only when your practice tests are above 245.'],
    ['a number in words that is not there', 'Practice tests must hold the target for three weeks.'],
    ['a name that is not there', 'Directors at Stanford prefer a strong score that comes later.'],
    ['a name at the beginning', 'Stanford directors prefer a strong score that comes later.'],
    ['something made up', 'Applicants with visas receive automatic interviews everywhere.'],
    [
      'an instruction that was obeyed',
      'Everybody who pays matches, and this statement is perfect.',
    ],
    ['a link', 'Directors prefer a strong score, see www.example.com for practice tests.'],
    ['a mention', 'Directors prefer a strong score, @everyone, that comes slightly later.'],
    ['nothing of substance', 'It would be good.'],
  ])('%s', (_, sentence) => {
    expect(supported(sentence)).toBe(false);
  });
});

describe('of the knowledge itself', () => {
  it('each sentence of a passage rests on that passage', () => {
    const failing = [...knowledge.passages().values()].flatMap(({ id, title, body }) =>
      body
        .replace(/^\s*(?:[-*]|\d+\.) +/gm, '')
        .replaceAll('**', '')
        .split(/(?<=[.;?])\s+/)
        .filter((sentence) => sentence.split(/\s+/).length > 6)
        .filter((s) => !isSupported(s, { title, body }, '', knowledge.vocabulary()))
        .map((sentence) => `${id}: ${sentence}`),
    );
    expect(failing).toEqual([]);
  });
});
