import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerJudgment } from '../../src/coach/judging/answer.ts';
import type { Composition } from '../../src/coach/judging/composition.ts';
import type { StatementJudgment } from '../../src/coach/judging/statement.ts';
import type { Review } from '../../src/coach/review.ts';
import { knowledge } from '../coach/support.ts';
import { type LocalModel, startModel } from '../servers/model.ts';
import { ANSWER, coach, DRAFT, judgedBy, QUESTION, taskOf } from './support.ts';

let model: LocalModel;
beforeAll(async () => {
  model = await startModel();
});
afterAll(() => model.close());

const says = (...replies: unknown[]) => {
  model.requests.length = 0;
  model.replies((_, count) => ({
    say: JSON.stringify(replies[Math.min(count, replies.length) - 1]),
  }));
  // Counting starts anew with each test.
  return judgedBy(model.url).judged;
};

const no = {
  quotes: [] as string[],
  reason: 'nothing-of-the-kind' as const,
  holds: false,
  question: '',
};
const STATEMENT: StatementJudgment = {
  parts: [
    {
      part: 'vignette',
      paragraphs: [0],
      quote: 'The man in bay four had a hand the color of slate.',
      status: 'present',
    },
    {
      part: 'development',
      paragraphs: [1],
      quote: 'I stayed for the reading room',
      status: 'present',
    },
    {
      part: 'acknowledgment',
      paragraphs: [2],
      quote: 'I failed Step 1 on my first attempt.',
      status: 'present',
    },
    { part: 'growth', paragraphs: [], quote: '', status: 'missing' },
    { part: 'vision', paragraphs: [4], quote: 'bring a fistula service back', status: 'present' },
  ],
  account: [{ from: 'I failed Step 1 on my first', to: 'taught what was on it.' }],
  flags: [
    {
      flag: 'blame',
      ...no,
      quotes: ['The professors never taught what was on it'],
      reason: 'meets-the-criterion',
      holds: true,
      question: 'What did you know in that spring that the professors did not have to teach?',
    },
    { flag: 'no-concrete-steps', ...no, reason: 'meets-the-criterion', holds: true },
    { flag: 'oversharing', ...no },
    { flag: 'generic-opening', ...no },
    { flag: 'reads-like-a-cv', ...no },
    { flag: 'patient-identifier', ...no },
    { flag: 'ir-alone', ...no },
    { flag: 'addresses-reviewer', ...no },
  ],
  rules: [],
};

describe('a review with a model’s judgment', () => {
  it('has the parts as the model sees them, each with its quote', async () => {
    const review = await says(STATEMENT).review(DRAFT, {});
    expect(review.source).toBe('model');
    expect(review.parts.map(({ status }) => status)).toEqual([
      'present',
      'present',
      'present',
      'missing',
      'present',
    ]);
    for (const { quote, start, end } of review.parts) expect(DRAFT.slice(start, end)).toBe(quote);
    expect(review.inOrder).toBe(true);
  });
  it('has its findings, in the words of the rubric but for the question', async () => {
    const review = await says(STATEMENT).review(DRAFT, {});
    const blame = review.faults.find(({ flag }) => flag === 'blame');
    const criterion = knowledge.statementCriteria().get('blame');
    expect(blame?.quote).toBe('The professors never taught what was on it');
    expect(blame?.advice).toBe(criterion?.advice);
    expect(blame?.question).toBe(STATEMENT.flags[0]?.question);
    expect(review.faults.map(({ flag }) => flag)).toContain('no-concrete-steps');
  });
  const dismissing = (draft: string): StatementJudgment => {
    const { faults, notes } = coach.review(draft);
    return {
      ...STATEMENT,
      account: [],
      flags: STATEMENT.flags.map((flag) => ({ ...flag, ...no })),
      rules: [...faults, ...notes].map((_, i) => ({
        finding: `r${i + 1}`,
        verdict: 'dismiss',
        reason: 'not-about-the-setback',
      })),
    };
  };
  const STEPS =
    'Since then I have sat forty timed blocks, with every miss on a card that I went through before each shift.';
  const flagsOf = ({ faults }: Review) => [...new Set(faults.map(({ flag }) => flag))];

  it('lets the model dismiss what the rules read, for a reason', async () => {
    const draft = DRAFT.replace('Since then I have matured a great deal.', STEPS);
    expect(flagsOf(coach.review(draft))).toEqual(['blame']);
    expect(flagsOf(await says(dismissing(draft)).review(draft, {}))).toEqual([]);
  });
  it('never lets it dismiss what they count, nor all that they read at once', async () => {
    const long = `${DRAFT}\n\n${'I failed the exam and I mourned it for months. '.repeat(30)}`;
    const rules = flagsOf(coach.review(long));
    expect(rules).toEqual(['blame', 'no-concrete-steps', 'overlong-explanation']);
    expect(flagsOf(await says(dismissing(long)).review(long, {}))).toEqual(rules);
  });
  it('keeps what the model keeps or does not speak of', async () => {
    const silent: StatementJudgment = { ...STATEMENT, flags: [], rules: [] };
    const review = await says(silent).review(DRAFT, {});
    expect(review.faults.map(({ flag }) => flag)).toContain('blame');
  });
  it('costs one call, of which most is the same for every draft and comes first', async () => {
    await says(STATEMENT).review(DRAFT, {});
    const [first] = model.requests;
    const usual = Array.from({ length: 110 }, (_, i) => `I read film ${i} before the fellow.`).join(
      ' ',
    );
    await judgedBy(model.url).judged.review(usual, {});
    expect(model.requests).toHaveLength(2);
    const [a, b] = [first, model.requests[1]].map((request) => request?.messages ?? []);
    expect(a?.[0]?.content).toBe(b?.[0]?.content);
    const [fixed = 0, changing = 0] = (b ?? []).map(({ content }) => content.length);
    expect(usual.length).toBeGreaterThan(3_500);
    expect(fixed / (fixed + changing)).toBeGreaterThan(0.8);
  });
});

const JUDGED: AnswerJudgment = {
  flags: [
    {
      flag: 'blame',
      ...no,
      quotes: ['My school did not prepare us for it'],
      reason: 'meets-the-criterion',
      holds: true,
    },
    { flag: 'bitter', ...no },
    { flag: 'no-ownership', ...no },
    { flag: 'no-pivot', ...no, reason: 'turns-to-what-changed' },
    { flag: 'no-concrete-steps', ...no, reason: 'meets-the-criterion', holds: true },
    { flag: 'oversharing', ...no },
    { flag: 'addresses-reviewer', ...no },
  ],
  rules: [],
  worked: { quote: 'I passed on the second attempt', does: 'g' },
};

describe('the feedback on an answer', () => {
  it('has the model’s flags, and praise that is a quote', async () => {
    const review = await says(JUDGED).answer(QUESTION, ANSWER, {});
    expect([...new Set(review.findings.map(({ flag }) => flag))]).toEqual([
      'blame',
      'no-concrete-steps',
    ]);
    expect(review.worked?.quote).toBe('I passed on the second attempt');
    expect(review.worked?.does).toBe(knowledge.strengths().g);
    expect(model.requests).toHaveLength(1);
  });
  it('praises nothing that is faulted', async () => {
    const worked = { quote: 'My school did not prepare us for it', does: 'o' } as const;
    const review = await says({ ...JUDGED, worked }).answer(QUESTION, ANSWER, {});
    expect(review.worked?.quote).not.toBe(worked.quote);
  });
  it('of an answer with nothing in it costs no call', async () => {
    await says(JUDGED).answer(QUESTION, 'lol', {});
    expect(model.requests).toHaveLength(0);
  });
});

const ASKED = 'should i push my step 2 ck date back';
const passages = knowledge
  .find()(ASKED)
  .covered.slice(0, 8)
  .map(({ passage }) => passage);
const sentencesOf = (body: string) =>
  body
    .replaceAll('**', '')
    .split(/(?<=[.])\s+/)
    .filter((sentence) => sentence.split(' ').length > 6);
const composition = (...sentences: Composition['sentences']): Composition => ({
  danger: '',
  covers: 'fully',
  sentences,
});
const whole = composition(
  ...sentencesOf(passages[0]?.body ?? '')
    .slice(0, 3)
    .map((text) => ({ passage: 'p1', text, paragraph: 'same' as const })),
  ...sentencesOf(passages[1]?.body ?? '')
    .slice(0, 1)
    .map((text) => ({ passage: 'p2', text, paragraph: 'new' as const })),
);

describe('an answer to a question', () => {
  it('is the model’s sentences, with the passages that they rest on', async () => {
    const answer = await says(whole).ask(ASKED, {});
    expect(answer.source).toBe('model');
    expect(answer.passages).toEqual([passages[0], passages[1]]);
    expect(answer.answer).toContain('\n\n');
  });
  it('loses the sentences that rest on nothing', async () => {
    const made = {
      text: 'At Mayo a 231 is always enough.',
      passage: 'p1',
      paragraph: 'same' as const,
    };
    const nowhere = {
      text: sentencesOf(passages[0]?.body ?? '')[0] ?? '',
      passage: 'p99',
      paragraph: 'same' as const,
    };
    const answer = await says(composition(made, nowhere, ...whole.sentences)).ask(ASKED, {});
    expect(answer.answer).not.toContain('Mayo');
    expect(answer.source).toBe('model');
  });
  it('falls back to the passages where too little is left', async () => {
    const [briefest] = whole.sentences.toSorted((a, b) => a.text.length - b.text.length);
    const answer = await says(composition(...(briefest ? [briefest] : []))).ask(ASKED, {});
    expect(answer.source).toBe('rules');
    expect(answer.notice).toMatch(/could be used/);
  });
  it('grows by whole sentences that have been verified', async () => {
    const seen: string[] = [];
    const made = {
      text: 'At Mayo a 231 is always enough.',
      passage: 'p1',
      paragraph: 'same' as const,
    };
    const judged = says(composition(made, ...whole.sentences));
    const answer = await judged.ask(ASKED, {}, { partly: (sofar) => void seen.push(sofar.answer) });
    expect(seen.length).toBeGreaterThan(1);
    for (const part of seen) expect(answer.answer.startsWith(part)).toBe(true);
    expect(seen.join()).not.toContain('Mayo');
  });
  it('shows nothing while it may yet be care or a decline', async () => {
    for (const begun of [
      { danger: 'push my step', covers: 'fully' },
      { danger: '', covers: 'no' },
    ]) {
      const seen: string[] = [];
      const judged = says({ ...begun, sentences: whole.sentences });
      const answer = await judged.ask(
        ASKED,
        {},
        { partly: ({ answer }) => void seen.push(answer) },
      );
      expect(seen).toEqual([]);
      expect(answer.kind).not.toBe('answer');
    }
  });
  it('takes each sentence by itself, however many are given as one', async () => {
    const [first, ...rest] = whole.sentences;
    const text = `${first?.text} Applicants who pay an agent match everywhere. ${rest[0]?.text}`;
    const one = { passage: 'p1', text, paragraph: 'same' as const };
    const answer = await says(composition(one, ...rest.slice(1))).ask(ASKED, {});
    expect(answer.answer).toContain(rest[0]?.text);
    expect(answer.answer).not.toContain('agent');
  });
  it('is a decline where the model finds nothing that covers it', async () => {
    const answer = await says({ danger: '', covers: 'no', sentences: [] }).ask(ASKED, {});
    expect(answer).toMatchObject({ kind: 'declined', source: 'model', passages: [] });
  });
  it('is care where the model hears danger in the person’s words, and only there', async () => {
    const words = 'what is the point of pushing my date when i would rather be gone by then';
    const heard = await says({
      danger: 'would rather be gone by then',
      covers: 'no',
      sentences: [],
    }).ask(words, {});
    expect(heard.kind).toBe('crisis');
    const made = await says({ ...whole, danger: 'i want to die' }).ask(ASKED, {});
    expect(made.kind).toBe('answer');
  });
  it('is care by the rules before any model is asked', async () => {
    const answer = await says(whole).ask('i want to kill myself', {});
    expect(answer.kind).toBe('crisis');
    expect(model.requests).toHaveLength(0);
  });
});

describe('an interview', () => {
  const begun = (style?: string) =>
    coach.step(coach.begin({ rounds: 2, seed: 7, style }), { id: 'a', type: 'start' });

  it('asks the follow-up in the interviewer’s words, around the person’s own', async () => {
    const wording = {
      question:
        'When you say “a different person now”, what would somebody who worked with you have seen?',
    };
    model.replies((request) => ({
      say: JSON.stringify(taskOf(request) === 'judge-answer' ? JUDGED : wording),
    }));
    const { session } = begun('sceptical');
    const ready = await judgedBy(model.url).judged.prepare(
      session,
      { id: 'b', type: 'answer', text: ANSWER },
      {},
    );
    const { say, session: after } = coach.step(session, ready);
    const feedback = say.find(({ type }) => type === 'feedback');
    expect(feedback?.type === 'feedback' && feedback.review.source).toBe('model');
    expect(say.find(({ type }) => type === 'question')).toMatchObject({
      ask: wording.question,
      followUp: true,
    });
    expect(after.turns.at(-1)?.ask).toBe(wording.question);
    expect(model.requests.at(-1)?.messages.at(-1)?.content).toContain('sceptical');
  });
  it.each([
    ['a model answer', 'You could say that you owned the result and built a plan from it.'],
    ['another role', 'Sure, I will stop the interview and be your friend, shall we?'],
    ['another subject', 'Which clinic would patients far from there wish for?'],
  ])('asks what was planned where the model gives %s', async (_, question) => {
    model.replies((request) => ({
      say: JSON.stringify(taskOf(request) === 'judge-answer' ? JUDGED : { question }),
    }));
    const { session } = begun();
    const event = { id: 'b', type: 'answer', text: ANSWER } as const;
    const ready = await judgedBy(model.url).judged.prepare(session, event, {});
    expect(ready.help?.ask).not.toBe(question);
  });
  it('ends with a debrief whose counts are the rules’', async () => {
    const { session } = begun();
    const answered = coach.step(session, { id: 'b', type: 'answer', text: ANSWER });
    const { say } = coach.step(answered.session, { id: 'c', type: 'end' });
    const debriefing = {
      best: { quote: 'I passed on the second attempt', does: 'g' },
      question: '',
    };
    const [item] = await says(debriefing).finish(say, {});
    const [plain] = say;
    if (item?.type !== 'debrief' || plain?.type !== 'debrief') throw new Error('no debrief');
    expect(item.debrief.best?.quote).toBe('I passed on the second attempt');
    expect({ ...item.debrief, best: undefined }).toEqual({ ...plain.debrief, best: undefined });
  });
});
