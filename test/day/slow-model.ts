import { setTimeout as after } from 'node:timers/promises';
import { knowledge } from '../coach/support.ts';
import { taskOf } from '../model/support.ts';
import { type LocalModel, type ModelRequest, type Reply, startModel } from '../servers/model.ts';
import { QUESTIONS } from './words.ts';

/** How long it thinks, in milliseconds: at least, at most. */
const SLOW = [500, 8_000] as const;

/** What it says to each task but a question, in the shapes that are asked for. */
const SAYS: Record<string, unknown> = {
  'judge-statement': { parts: [], account: [], flags: [], rules: [] },
  'judge-answer': { flags: [], rules: [], worked: { quote: '', does: 'none' } },
  'word-question': { question: 'What did you change about how you test yourself?' },
  debrief: { best: { quote: '', does: 'none' }, question: '' },
};

/** A model that is slow, and for a while fails in every way that it can. */
export interface SlowModel extends LocalModel {
  fails: boolean;
}

export async function startSlowModel([least, most]: readonly [
  number,
  number,
] = SLOW): Promise<SlowModel> {
  const composed = new Map(QUESTIONS.map((question) => [question, compositionOf(question)]));
  const says = (request: ModelRequest): Reply => {
    const asked = request.messages.at(-1)?.content ?? '';
    const question = QUESTIONS.find((one) => asked.includes(one));
    const composition = composed.get(question ?? '');
    return { say: JSON.stringify(SAYS[taskOf(request)] ?? composition ?? {}) };
  };
  const slow: SlowModel = {
    ...(await startModel(async (request, count) => {
      // A day's prompts are more than this process could hold.
      slow.requests.length = 0;
      if (slow.fails) return failure(count);
      await after(least + Math.random() * (most - least));
      return says(request);
    })),
    fails: false,
  };
  return slow;
}

/** An error, a hang, or nonsense, one after the other. */
async function failure(count: number): Promise<Reply> {
  await after(SLOW[0]);
  switch (Math.floor(count / 20) % 3) {
    case 0:
      return { status: 500 };
    case 1:
      return 'nothing';
    default:
      return { say: 'I would rather talk about the weather.' };
  }
}

/** Sentences of the passages that the question is answered from, so that each is supported. */
function compositionOf(question: string): unknown {
  const { covered } = knowledge.find()(question);
  const sentences = covered.slice(0, 2).flatMap(({ passage: { body } }, i) =>
    body
      .replaceAll('**', '')
      .split(/(?<=[.])\s+/)
      .filter((sentence) => sentence.split(' ').length > 6)
      .slice(0, 3)
      .map((text) => ({ passage: `p${i + 1}`, text, paragraph: 'same' })),
  );
  return { danger: '', covers: 'fully', sentences };
}
