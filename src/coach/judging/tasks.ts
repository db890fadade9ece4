import type { Task } from '../model.ts';
import { judgeAnswer } from './answer.ts';
import { compose } from './composition.ts';
import { debriefTask } from './debrief.ts';
import { wordQuestion } from './interviewer.ts';
import { judgeStatement } from './statement.ts';

/** Everything that a model is ever asked to do; each has a prompt of its name in `prompts/`. */
export const TASKS: readonly Task<unknown>[] = [
  judgeStatement,
  judgeAnswer,
  wordQuestion,
  compose,
  debriefTask,
];
