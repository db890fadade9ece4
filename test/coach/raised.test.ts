import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/coach.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { KNOWLEDGE } from '../../src/root.ts';
import { loadCases } from '../eval/cases.ts';

const knowledge = openKnowledge(KNOWLEDGE);
const coach = createCoach(knowledge);
const bank = new Map(knowledge.bank().map((question) => [question.id, question]));
const drafts = loadCases('develop', 'statement').filter(({ judged }) => judged);

describe('the questions that a draft raises', () => {
  it('rest on its own words to the letter, each asked once, five at most', () => {
    for (const { text } of drafts) {
      const raised = coach.raised(coach.review(text));
      expect(raised.length).toBeLessThanOrEqual(5);
      expect(new Set(raised.map(({ id }) => id)).size).toBe(raised.length);
      for (const { id, by, quote, start, end } of raised) {
        expect(quote).not.toBe('');
        expect(text.slice(start, end)).toBe(quote);
        expect(bank.get(id)?.raisedBy).toContain(by);
      }
    }
  });
  it('are five for nearly every whole draft', () => {
    const five = drafts.filter(({ text }) => coach.raised(coach.review(text)).length === 5);
    expect(five.length / drafts.length).toBeGreaterThan(0.9);
  });
  it('begin with what is faulty, and leave room for the rest of the page', () => {
    for (const { text } of drafts) {
      const review = coach.review(text);
      const faults = new Set(review.faults.map(({ flag }) => flag));
      const asked = coach.raised(review).map(({ by }) => by);
      const ofFaults = asked.filter((by) => faults.has(by));
      expect(ofFaults.length).toBeLessThanOrEqual(3);
      expect(asked.slice(0, ofFaults.length)).toEqual(ofFaults);
    }
  });
  it('are none for what is no statement', () => {
    expect(coach.raised(coach.review('Why is it so quiet here?'))).toEqual([]);
  });
});

describe('an interview about a draft', () => {
  const list = ['own-share', 'show-me-a-week'];
  const ports = { rounds: 2, seed: 3, list };
  it('asks those questions in their order, and no others', () => {
    let { session } = coach.step(coach.begin(ports), { id: '0', type: 'start' });
    const asked = [session.turns[0]?.questionId];
    for (let i = 1; session.status === 'asking'; i++) {
      ({ session } = coach.step(session, { id: `${i}`, type: 'skip' }));
      if (session.status === 'asking') asked.push(session.turns.at(-1)?.questionId);
    }
    expect(asked).toEqual(list);
  });
  it('apart from that, none of them is ever asked', () => {
    for (let seed = 0; seed < 40; seed++) {
      let { session } = coach.step(coach.begin({ rounds: 12, seed }), { id: '0', type: 'start' });
      for (let i = 1; session.status === 'asking'; i++)
        ({ session } = coach.step(session, { id: `${i}`, type: 'skip' }));
      for (const { questionId } of session.turns)
        expect(bank.get(questionId)?.raisedBy).toEqual([]);
    }
  });
});
