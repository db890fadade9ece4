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

describe('a falsehood made of the passage’s own words is dropped', () => {
  const ROUTES = {
    title: 'How the training routes compare',
    body: 'Integrated IR takes 1 + 5 years, matched from medical school. Independent IR takes 1 + 4 + 2: a diagnostic radiology residency, then two years of IR. ESIR takes six years in all; not every DR program offers ESIR. Do not blame professors, the school or the test. In a survey of 47 directors, letters came first; publications came 11th and research experience 21st. Avoid: blaming the curriculum; a long emotional account. A visa is not needed by US citizens.',
  };
  it.each([
    ['with a "not" dropped', 'Blame professors, the school or the test.'],
    ['with a "not" dropped in the middle', 'A visa is needed by US citizens.'],
    ['with a "not" put in', 'Integrated IR is not matched from medical school.'],
    ['with an "avoid" dropped', 'A long emotional account, blaming the curriculum.'],
    ['with two ranks changed about', 'Publications came 21st and research experience came 11th.'],
    [
      'with the years of two routes changed about',
      'Integrated IR takes 1 + 4 + 2 years; independent IR takes 1 + 5 years.',
    ],
    ['with the number of another thing', 'In a survey of 21 directors, letters came first.'],
    ['with a promise', 'Letters always came first in a survey of directors.'],
    [
      'with a clause of its own',
      'Letters came first in a survey of directors, and applicants pay famous agents everywhere.',
    ],
    [
      'with the question’s words for a claim',
      'Letters agents sell cheap come highly recommended.',
      'should i buy letters that agents sell cheap and come highly recommended',
    ],
    ['with a mark of direction', 'Letters came \u202efirst in a survey of directors.'],
  ])('%s', (_, sentence, question = 'what matters') => {
    expect(isSupported(sentence, ROUTES, question, knowledge.vocabulary())).toBe(false);
  });
  it.each([
    'Directors put letters first, and research experience only 21st.',
    'Don’t put it on the school, the professors or the test.',
    'The integrated route is 1 + 5 years, and you match into it from medical school.',
    'Independent IR means a diagnostic radiology residency first, then two years of IR: 1 + 4 + 2.',
    'As a US citizen you do not need a visa.',
    'ESIR is six years in all, but not every DR program offers it.',
  ])('while this stands: %s', (sentence) => {
    expect(isSupported(sentence, ROUTES, 'what matters', knowledge.vocabulary())).toBe(true);
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
