import { describe, expect, it } from 'vitest';
import { createCoach } from '../../../src/coach/coach.ts';
import { leadOf } from '../../../src/coach/interview/manner.ts';
import { newSession } from '../../../src/coach/interview/session.ts';
import { openKnowledge } from '../../../src/knowledge/knowledge.ts';
import { ROOT } from '../support.ts';

const knowledge = openKnowledge(ROOT);
const coach = createCoach(knowledge);

describe('an interviewer’s manner', () => {
  it.each([
    ...knowledge.manners().keys(),
  ])('%s leads into every question in its own words', (style) => {
    const manner = knowledge.manners().get(style);
    let { session, say } = coach.step(coach.begin({ rounds: 3, seed: -7, style }), {
      id: '0',
      type: 'start',
    });
    for (let i = 1; session.status === 'asking'; i++) {
      const asked = say.find(({ type }) => type === 'question');
      const lines = Object.values(manner ?? {}).flat();
      expect(asked?.type === 'question' && lines.includes(asked.lead ?? '')).toBe(true);
      ({ session, say } = coach.step(session, { id: `${i}`, type: 'skip' }));
    }
  });
  it('changes neither what is asked nor how an answer is judged', () => {
    const asked = (style?: string) => {
      const begun = coach.step(coach.begin({ rounds: 2, seed: 3, style }), {
        id: '0',
        type: 'start',
      });
      const { say } = coach.step(begun.session, {
        id: '1',
        type: 'answer',
        text: 'It was my school, they taught us nothing of use for that exam at all.',
      });
      return JSON.stringify([begun.say, say].flat().map((item) => ({ ...item, lead: undefined })));
    };
    expect(asked('sceptical')).toBe(asked());
  });
  it('is plain where none is chosen, or one that nobody knows', () => {
    const session = { ...newSession({ rounds: 1, seed: 1 }), turns: [] };
    expect(leadOf(session, undefined)).toBe('');
  });
});
