import { describe, expect, it } from 'vitest';
import type { AnswerReview } from '../../src/coach/answer.ts';
import { followUpTo } from '../../src/coach/follow-up.ts';
import { stubReview } from './interview/support.ts';
import { knowledge } from './support.ts';

const bank = knowledge.bank();
const KNOWN = 'Tell me about your Step 1 score.';
const known = bank.find(({ ask }) => ask === KNOWN);
const heard = (answer: string): AnswerReview => stubReview(KNOWN, answer);
const tied = (flag: string) => known?.followUps.find(({ when }) => when === flag)?.ask;
const open = known?.followUps.find(({ when }) => when === undefined)?.ask;

describe('to a question of the bank', () => {
  it('the follow-up is the one tied to the flag', () => {
    expect(tied('blame')).toBeTruthy();
    expect(followUpTo(KNOWN, heard('all blame'), bank)).toBe(tied('blame'));
    expect(followUpTo(KNOWN, heard('all no-pivot'), bank)).toBe(tied('no-pivot'));
  });
  it('the first flag decides', () => {
    expect(followUpTo(KNOWN, heard('no-pivot and blame'), bank)).toBe(tied('blame'));
  });
  it('a flag that has none there is pressed in the words of the rubric', () => {
    expect(tied('too-short')).toBeUndefined();
    expect(followUpTo(KNOWN, heard('too-short'), bank)).toBe('And too-short?');
  });
  it('a good answer gets the open one', () => {
    expect(open).toBeTruthy();
    expect(followUpTo(KNOWN, heard('I misjudged it.'), bank)).toBe(open);
  });
  it('other capitals and stops do not matter', () => {
    expect(followUpTo('tell me about your step 1 score', heard('all blame'), bank)).toBe(
      tied('blame'),
    );
    expect(followUpTo('So, tell me about your Step 1 score?', heard('fine'), bank)).toBe(open);
  });
});

describe('to any other question', () => {
  const OTHER = 'Which rivers have you crossed on a horse, and in what season?';
  it('the rubric’s words are used for a flag', () => {
    expect(followUpTo(OTHER, heard('all bitter'), bank)).toBe('And bitter?');
  });
  it('a good answer gets one that fits anything', () => {
    const asked = followUpTo(OTHER, heard('Two.'), bank);
    expect(asked).toMatch(/\?$/);
    expect(bank.flatMap(({ followUps }) => followUps.map(({ ask }) => ask))).not.toContain(asked);
  });
  it.each(['', '???', '🙂'])('even to %j there is one', (question) => {
    expect(followUpTo(question, heard('Two.'), bank)).toMatch(/\?$/);
    expect(followUpTo(question, heard('all blame'), [])).toBe('And blame?');
  });
});

describe('the shipped bank', () => {
  it.each(bank.map(({ id }) => id))('follows up %s by its own flags', (id) => {
    const question = bank.find((one) => one.id === id);
    for (const { when, ask } of question?.followUps ?? []) {
      if (when === undefined) continue;
      const review = heard('');
      const [finding] = heard('blame').findings;
      const findings = finding ? [{ ...finding, flag: when }] : [];
      expect(followUpTo(question?.ask ?? '', { ...review, findings }, bank)).toBe(ask);
    }
  });
  it('names only flags that an answer can have', () => {
    const flags = [...knowledge.answerCriteria().keys()];
    for (const { id, followUps } of bank)
      for (const { when } of followUps) if (when) expect(flags, id).toContain(when);
  });
});
