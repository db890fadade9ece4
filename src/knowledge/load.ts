import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Manner } from '../coach/interview/manner.ts';
import type { Lexicon } from '../coach/reading/lexicon.ts';
import { type Asks, parseAsks } from './asks.ts';
import { bytesIn, filesIn } from './folder.ts';
import { parsePassages } from './passages.ts';
import { describe, type Problem, type Report } from './problem.ts';
import {
  type Criterion,
  criterionSchema,
  drillsSchema,
  interviewersSchema,
  lexiconSchema,
  type Question,
  sourcesSchema,
  strengthsSchema,
  themeSchema,
} from './schema.ts';
import { parseYaml } from './yaml-file.ts';

/** Which list of the rubric a criterion stands in: its folder under `knowledge/rubric/`. */
export type RubricList = 'parts' | 'statement' | 'answer' | 'delivery';

export const loadPassages = (root: string, folder: 'strategy' | 'outside', report: Report) =>
  filesIn(root, folder, '.md').flatMap(({ path, text }) => parsePassages(path, text, report));

/** Further ways that people ask for a passage, by its id: `knowledge/asks/`. */
export const loadAsks = (root: string, report: Report): Asks[] =>
  filesIn(root, 'asks', '.md').flatMap(({ path, text }) => parseAsks(path, text, report));

export const loadRubric = (root: string, list: RubricList, report: Report): Criterion[] =>
  yamlFiles(root, `rubric/${list}`, criterionSchema, report);

export function loadQuestions(root: string, report: Report): Question[] {
  return yamlFiles(root, 'questions', themeSchema, report).flatMap(({ theme, questions }) =>
    questions.map((question) => ({ ...question, theme })),
  );
}

/** What a word list is for: its folder under `knowledge/lexicon/`. */
export type LexiconList = 'sentences' | 'topics' | 'questions' | 'trouble' | 'speech';

export function loadLexicon(root: string, list: LexiconList, report: Report): Lexicon {
  return Object.assign({}, ...yamlFiles(root, `lexicon/${list}`, lexiconSchema, report));
}

export const loadStrengths = (root: string, report: Report) =>
  yamlFile(root, 'rubric/strengths.yaml', strengthsSchema, report) ?? {};

export const loadDrills = (root: string, report: Report) =>
  yamlFile(root, 'rubric/drills.yaml', drillsSchema, report) ?? [];

/** How interviewers of each manner speak, by its id, with the manner's label. */
export function loadInterviewers(
  root: string,
  report: Report,
): Map<string, Manner & { label: string }> {
  const found = yamlFile(root, 'interviewers.yaml', interviewersSchema, report) ?? {};
  return new Map(
    Object.entries(found).map(([id, { 'goes-on': goesOn, ...rest }]) => [id, { ...rest, goesOn }]),
  );
}

export const loadSources = (root: string, report: Report) =>
  yamlFile(root, 'sources.yaml', sourcesSchema, report) ?? [];

/** What is said to somebody in trouble: the text of the file below its front matter. */
export function loadCare(
  root: string,
  name: 'care.md' | 'care-perhaps.md',
  report: Report,
): string {
  const path = join(root, name);
  const source = existsSync(path) ? bytesIn(path).toString('utf8') : '';
  const care = source.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '').trim();
  if (!care) report({ file: `knowledge/${name}`, line: 1, message: 'is missing or says nothing' });
  return care;
}

/** Turns the first problem into an error that says where to look. */
export const strict: Report = (problem: Problem) => {
  throw new Error(`${describe(problem)} (npm run -s coach -- check lists every problem)`);
};

function yamlFile<T extends z.ZodType>(
  root: string,
  name: string,
  schema: T,
  report: Report,
): z.infer<T> | undefined {
  const file = `knowledge/${name}`;
  const path = join(root, name);
  if (existsSync(path)) return parseYaml(file, bytesIn(path).toString('utf8'), schema, report);
  report({ file, line: 1, message: 'is missing' });
  return undefined;
}

function yamlFiles<T extends z.ZodType>(
  root: string,
  folder: string,
  schema: T,
  report: Report,
): Array<z.infer<T>> {
  return filesIn(root, folder, '.yaml').flatMap(({ path, text }) => {
    const value = parseYaml(path, text, schema, report);
    return value === undefined ? [] : [value];
  });
}
