import { describe, expect, it } from 'vitest';
import { createTopicFinder } from '../../../src/coach/reading/reader.ts';
import { loadLexicon, strict } from '../../../src/knowledge/load.ts';
import { ROOT } from '../support.ts';

const topicOf = createTopicFinder(loadLexicon(ROOT, 'topics', strict));

const ASKED: Record<string, string[]> = {
  'exam-record': [
    'Tell me about your Step 1 score.',
    'Walk me through your board history.',
    'Why did you fail Step 2 CK the first time?',
    'What happened with Level 1?',
    'I see a gap in your transcript. What was that?',
    'Your COMLEX was below the mean. What should I make of that?',
    'Why did it take you two attempts?',
    "How do I know you'll pass the boards?",
    'You took a leave of absence. Tell me about it.',
  ],
  'going-abroad': [
    'Why did you go abroad for medical school?',
    'Why a Caribbean school?',
    "Why didn't you attend an American medical school?",
    'What did you miss by studying overseas?',
    'Why did you choose that school?',
  ],
  setback: [
    'Tell me about a time you failed.',
    'What is your greatest weakness?',
    'Describe a conflict with a colleague.',
    'Tell me about a complication you were part of.',
    'Tell me about feedback that was hard to hear.',
    'Tell me about a time you let someone down.',
  ],
  '': [
    'Why interventional radiology?',
    'Tell me about yourself.',
    'What questions do you have for us?',
    'Where do you see yourself in ten years?',
    'Tell me about your research.',
    'What do you do outside medicine?',
  ],
};

describe.each(Object.entries(ASKED))('about %j', (topic, questions) => {
  it.each(questions)('%s', (question) => {
    expect(topicOf(question)).toBe(topic);
  });
});

describe('a question that touches two topics', () => {
  it('is about the record first', () => {
    expect(topicOf('Was failing Step 1 your biggest failure abroad?')).toBe('exam-record');
  });
});

describe('a word that only looks like the record', () => {
  it.each([
    'What is the next step in your career?',
    'Are you on the board of any organization?',
    'Leaving exams out of it, what has been your biggest failure?',
  ])('does not make it one: %s', (question) => {
    expect(topicOf(question)).not.toBe('exam-record');
  });
});

describe('a question of nothing', () => {
  it.each(['', '   ', '???', '🙂'])('%j is about nothing in particular', (question) => {
    expect(topicOf(question)).toBe('');
  });
});
