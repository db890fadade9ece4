import { ANSWER_CHECKS } from '../coach/checks/answer.ts';
import { STATEMENT_CHECKS } from '../coach/checks/statement.ts';
import { PARTS } from '../coach/reading/parts.ts';
import { DELIVERY_FLAGS } from '../coach/speech/delivery.ts';
import { checkLines } from './check-lines.ts';
import {
  type LexiconList,
  loadAsks,
  loadCare,
  loadDrills,
  loadInterviewers,
  loadLexicon,
  loadPassages,
  loadQuestions,
  loadRubric,
  loadSources,
  loadStrengths,
  type RubricList,
} from './load.ts';
import type { Problem } from './problem.ts';

/** How many of each there are, for the line that `coach check` prints when all is well. */
export interface Checked {
  problems: Problem[];
  passages: number;
  questions: number;
  criteria: number;
}

/** Validates all of `knowledge/`: shapes, ids, references between files, and what the checks need. */
export function checkKnowledge(root: string): Checked {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const passages = loadPassages(root, 'strategy', report);
  const outside = loadPassages(root, 'outside', report);
  const questions = loadQuestions(root, report);
  const lists: Record<RubricList, ReturnType<typeof loadRubric>> = {
    parts: loadRubric(root, 'parts', report),
    statement: loadRubric(root, 'statement', report),
    answer: loadRubric(root, 'answer', report),
    delivery: loadRubric(root, 'delivery', report),
  };
  loadStrengths(root, report);
  loadDrills(root, report);
  loadInterviewers(root, report);
  for (const name of ['care.md', 'care-perhaps.md'] as const) loadCare(root, name, report);
  for (const list of LEXICONS) loadLexicon(root, list, report);

  const sources = new Map(loadSources(root, report).map((source) => [source.id, source]));
  for (const { file, line, title, source } of [...passages, ...outside]) {
    const known = sources.get(source.id);
    if (!known)
      report({ file, line, message: `"${title}" names the unknown source "${source.id}"` });
    else if (known.sections && !known.sections.includes(source.section))
      report({ file, line, message: `"${title}" names a section that ${source.id} does not have` });
  }
  const citable = new Set(passages.map(({ id }) => id));
  const askable = new Set([...passages, ...outside].map(({ id }) => id));
  checkLines(root, citable, report);
  for (const { id, file, line } of loadAsks(root, report))
    if (!askable.has(id)) report({ file, line, message: `"${id}" is no passage` });
  const raising = new Set([...lists.parts, ...lists.statement].map(({ id }) => id));
  for (const { id, raisedBy } of questions)
    for (const by of raisedBy)
      if (!raising.has(by))
        report({
          file: 'knowledge/questions',
          line: 1,
          message: `"${id}" is raised by "${by}", which is no part and no flag of a statement`,
        });
  const needed: Array<[RubricList, readonly string[]]> = [
    ['parts', PARTS],
    ['statement', STATEMENT_CHECKS.map(({ flag }) => flag)],
    ['answer', ANSWER_CHECKS.map(({ flag }) => flag)],
    ['delivery', DELIVERY_FLAGS],
  ];
  for (const [list, wanted] of needed)
    for (const id of wanted)
      if (!lists[list].some((criterion) => criterion.id === id))
        report({
          file: `knowledge/rubric/${list}/${id}.yaml`,
          line: 1,
          message: 'is missing or broken',
        });
  const criteria = Object.values(lists).flat().length;
  return { problems, passages: passages.length, questions: questions.length, criteria };
}

const LEXICONS: readonly LexiconList[] = ['sentences', 'topics', 'questions', 'trouble', 'speech'];
