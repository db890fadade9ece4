import { createCoach } from '../../src/coach/coach.ts';
import { answerMaterial } from '../../src/coach/judging/answer.ts';
import { compositionMaterial, MOST_GIVEN } from '../../src/coach/judging/composition.ts';
import { statementMaterial } from '../../src/coach/judging/statement.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { strict } from '../../src/knowledge/load.ts';
import { createConstants } from '../../src/model/constants.ts';
import { messagesFor, tokensIn } from '../../src/model/model.ts';
import { loadPrompts } from '../../src/model/prompts.ts';
import { PROMPTS } from '../../src/root.ts';
import { loadCases } from './cases.ts';
import { loadQuestionCases } from './judge-questions.ts';

/** A prompt's size in tokens at four characters each, with the median case of the report half. */
export interface PromptSize {
  task: string;
  /** What is the same in every call, and comes first. */
  fixed: number;
  material: number;
}

export function promptSizes(knowledge: Knowledge): PromptSize[] {
  const coach = createCoach(knowledge);
  const parts = {
    prompts: new Map(loadPrompts(PROMPTS, strict).map((prompt) => [prompt.name, prompt])),
    constants: createConstants(knowledge),
  };
  const statement = median(loadCases('report', 'statement').map(({ text }) => text));
  const answer = median(loadCases('report', 'answer').map(({ text }) => text));
  const question = median(loadQuestionCases('report').map((one) => one.question));
  const passages = knowledge.find()(question).covered.slice(0, MOST_GIVEN);
  const given = passages.map(({ passage }) => passage);
  const tasks: Array<[string, Record<string, string>]> = [
    ['judge-statement', statementMaterial(statement, coach.review(statement))],
    ['judge-answer', answerMaterial(question, answer, coach.answer(question, answer))],
    ['compose-answer', compositionMaterial(question, undefined, given)],
  ];
  return tasks.map(([task, material]) => {
    const { messages } = messagesFor({ name: task }, material, parts);
    return { task, fixed: tokensIn(messages.slice(0, 1)), material: tokensIn(messages.slice(1)) };
  });
}

function median(texts: readonly string[]): string {
  const sorted = [...texts].sort((a, b) => a.length - b.length);
  return sorted[Math.floor(sorted.length / 2)] ?? '';
}
