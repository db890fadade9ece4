import { ANSWER_CHECKS } from '../coach/checks/answer.ts';
import { STATEMENT_CHECKS } from '../coach/checks/statement.ts';
import { PARTS } from '../coach/reading/parts.ts';
import { filesIn } from './folder.ts';
import {
  type LexiconList,
  loadDrills,
  loadLexicon,
  loadPassages,
  loadQuestions,
  loadRubric,
  loadSources,
  loadStrengths,
  type RubricList,
} from './load.ts';
import type { Problem } from './problem.ts';
import type { Question } from './schema.ts';

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
  };
  loadStrengths(root, report);
  loadDrills(root, report);
  for (const list of LEXICONS) checkPhrases(root, list, report);

  const sources = new Map(loadSources(root, report).map((source) => [source.id, source]));
  for (const { file, line, title, source } of [...passages, ...outside]) {
    const known = sources.get(source.id);
    if (!known)
      report({ file, line, message: `"${title}" names the unknown source "${source.id}"` });
    else if (known.sections && !known.sections.includes(source.section))
      report({ file, line, message: `"${title}" names a section that ${source.id} does not have` });
  }
  const ids = new Set(passages.map(({ id }) => id));
  for (const folder of ['questions', 'rubric/parts', 'rubric/statement', 'rubric/answer'])
    checkReadings(root, folder, ids, report);
  checkIds(questions, report);
  const needed: Array<[RubricList, readonly string[]]> = [
    ['parts', PARTS],
    ['statement', STATEMENT_CHECKS.map(({ flag }) => flag)],
    ['answer', ANSWER_CHECKS.map(({ flag }) => flag)],
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

const LEXICONS: readonly LexiconList[] = ['sentences', 'topics', 'questions', 'trouble'];

type Report = (problem: Problem) => void;

/** A phrase can't be found by a prefix shorter than three letters. */
function checkPhrases(root: string, list: LexiconList, report: Report): void {
  loadLexicon(root, list, report);
  for (const { path, text } of filesIn(root, `lexicon/${list}`, '.yaml'))
    text.split('\n').forEach((line, i) => {
      if (/(?:^|[\s|"[])\p{L}{1,2}\*/u.test(line.replace(/#.*$/, '')))
        report({
          file: path,
          line: i + 1,
          message: 'a word before * needs at least three letters',
        });
    });
}

function checkReadings(
  root: string,
  folder: string,
  ids: ReadonlySet<string>,
  report: Report,
): void {
  for (const { path, text } of filesIn(root, folder, '.yaml'))
    text.split('\n').forEach((line, i) => {
      const id = /^\s*(?:- )?reading:\s*['"]?([^\s'"]+)/.exec(line)?.[1];
      if (id && !ids.has(id))
        report({
          file: path,
          line: i + 1,
          message: `reading "${id}" is no passage of knowledge/strategy`,
        });
    });
}

function checkIds(questions: readonly Question[], report: Report): void {
  const seen = new Set<string>();
  for (const { id, theme } of questions) {
    if (seen.has(id))
      report({
        file: `knowledge/questions/${theme}.yaml`,
        line: 1,
        message: `a second question "${id}"`,
      });
    seen.add(id);
  }
}
