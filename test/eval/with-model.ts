import pMap from 'p-map';
import type { AnswerReview } from '../../src/coach/answer.ts';
import type { Answer } from '../../src/coach/ask.ts';
import { createCoach } from '../../src/coach/coach.ts';
import { createJudgedCoach } from '../../src/coach/judged.ts';
import type { Review } from '../../src/coach/review.ts';
import type { Config } from '../../src/config.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { CallRecord } from '../../src/model/model.ts';
import { openModel } from '../../src/model/open.ts';
import { PROMPTS } from '../../src/root.ts';
import { type Half, loadCases } from './cases.ts';
import type { Judges } from './figures.ts';
import { loadQuestionCases } from './judge-questions.ts';
import { loadMessages } from './training/trouble.ts';

/** A half as a model judged it, and what its calls came to. */
export interface JudgedHalf {
  judges: Judges;
  calls: CallRecord[];
  /** Results that are the rules', because the model failed. */
  failed: number;
}

/** Judges each case of a half with the model that is configured, several at once. */
export async function judgedByModel(
  config: Config,
  knowledge: Knowledge,
  half: Half,
  progress: (line: string) => void,
): Promise<JudgedHalf> {
  const calls: CallRecord[] = [];
  const model = openModel({
    config,
    prompts: PROMPTS,
    sources: knowledge,
    records: () => Promise.reject(new Error('nobody is named, so nothing is counted')),
    now: Date.now,
    record: (call) => void calls.push(call),
  });
  const judged = createJudgedCoach(createCoach(knowledge), knowledge, model);
  const each = async <T>(list: readonly T[], judge: (one: T) => Promise<void>) => {
    let done = 0;
    await pMap(
      list,
      async (one) => {
        await judge(one);
        if (++done % 20 === 0) progress(`${half}: ${done} of ${list.length}`);
      },
      { concurrency: config.OPENAI_CONCURRENCY },
    );
  };
  const reviews = new Map<string, Review>();
  const answers = new Map<string, AnswerReview>();
  const asked = new Map<string, Answer>();
  await each(loadCases(half, 'statement'), async ({ text }) => {
    reviews.set(text, await judged.review(text, {}));
  });
  await each(loadCases(half, 'answer'), async ({ text, question }) => {
    answers.set(`${question}\n${text}`, await judged.answer(question, text, {}));
  });
  const questions = loadQuestionCases(half).map(({ question }) => question);
  const messages = loadMessages(half).map(({ text }) => text);
  await each([...new Set([...questions, ...messages])], async (question) => {
    asked.set(question, await judged.ask(question, {}));
  });
  const all = [...reviews.values(), ...answers.values(), ...asked.values()];
  return {
    calls,
    failed: all.filter(({ notice }) => notice).length,
    judges: {
      review: (text) => reviews.get(text) as Review,
      answer: (question, text) => answers.get(`${question}\n${text}`) as AnswerReview,
      ask: (question) => asked.get(question) as Answer,
    },
  };
}
