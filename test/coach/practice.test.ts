import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/coach.ts';
import { practiceFor } from '../../src/coach/practice.ts';
import { knowledge } from './support.ts';

const coach = createCoach(knowledge);
const bank = knowledge.bank();
const review = (change: Partial<ReturnType<typeof coach.review>>) => ({
  ...coach.review('A line.'),
  taken: 'statement' as const,
  faults: [],
  notes: [],
  parts: [],
  situation: undefined,
  ...change,
});
const fault = (flag: string) => ({ flag }) as never;
const missing = (part: string) => ({ part, status: 'missing' }) as never;

describe('the question that a draft raises', () => {
  it.each([
    [
      'blame for a failed Step 1',
      { faults: [fault('blame')], situation: 'failed-step-1' },
      'failed-step-1-what-happened',
    ],
    [
      'blame for a low Step 1',
      { faults: [fault('blame')], situation: 'low-step-1' },
      'tell-me-about-step-1',
    ],
    ['blame for COMLEX', { faults: [fault('blame')], situation: 'comlex' }, 'your-comlex-scores'],
    [
      'no steps after several failures',
      { faults: [fault('no-concrete-steps')], situation: 'several-failures' },
      'why-again',
    ],
    [
      'no steps after a record it can’t tell',
      { faults: [fault('no-concrete-steps')] },
      'how-you-study-now',
    ],
    [
      'a missing vision',
      { parts: [missing('vision')], situation: 'low-step-1' },
      'ir-in-ten-years',
    ],
    ['a missing vignette', { parts: [missing('vignette')] }, 'case-that-stayed'],
    ['IR alone', { notes: [fault('ir-alone')] }, 'why-dr-too'],
    [
      'a fault before a missing part',
      { faults: [fault('blame')], parts: [missing('vision')], situation: 'low-step-2' },
      'step-2-dropped',
    ],
    ['nothing, and no setback', {}, 'why-ir'],
  ])('of %s', (_, change, id) => {
    expect(practiceFor(review(change), bank).first).toBe(id);
  });
  it('is on the record where the draft stands', () => {
    const { question } = practiceFor(review({ situation: 'comlex' }), bank);
    expect(question).toMatchObject({ theme: 'exam-record', situations: ['comlex'] });
  });
  it('opens the interview', () => {
    const settings = { first: 'why-again', situation: 'several-failures', rounds: 2, seed: 5 };
    const { say, session } = coach.step(coach.begin(settings), { id: 'a', type: 'start' });
    expect(session.turns[0]?.questionId).toBe('why-again');
    expect(say).toMatchObject([{ type: 'question', round: 1, rounds: 2 }]);
  });
});

describe('the record that a draft tells of', () => {
  const BEFORE =
    'I held the sheath while Dr. Lee opened the vein, and the leg went from blue to pink.\n\n';
  const AFTER = '\n\nSince then I have sat forty timed blocks, with every miss on a card.';
  it.each([
    ['I failed Step 1 on my first attempt. I had started too late.', 'failed-step-1'],
    ['My Step 1 score is a 203. I had started too late.', 'low-step-1'],
    ['My Step 2 CK score fell to 219. I had moved the date too often.', 'low-step-2'],
    [
      'I failed Step 1, and I failed Step 2 CK as well. I had changed nothing in between.',
      'several-failures',
    ],
    ['I failed Step 1 twice. I had changed nothing in between.', 'several-failures'],
    ['I failed COMLEX Level 1. I had started too late.', 'comlex'],
  ])('%s', (account, situation) => {
    expect(coach.review(BEFORE + account + AFTER).situation).toBe(situation);
  });
  it('is none where no setback is told', () => {
    expect(
      coach.review(`${BEFORE}I want to bring this work to a county hospital.`).situation,
    ).toBeUndefined();
  });
});
