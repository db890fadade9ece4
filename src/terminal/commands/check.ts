import { existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { KNOWLEDGE, PROMPTS } from '../../root.ts';
import { Unusable } from '../../unusable.ts';
import { counted } from '../../wording.ts';
import type { Io } from '../io.ts';
import { plain } from '../style.ts';

/** `coach check`: validates what advisers edit; exit 1 where something is wrong. */
export function registerCheck(program: Command, io: Io): void {
  program
    .command('check')
    .description('validate knowledge/ and prompts/, naming file and line of what is wrong')
    .argument('[folder]', 'another folder than the one that ships with the coach')
    .action(async (folder: string = KNOWLEDGE) => {
      if (!isFolder(folder))
        throw new Unusable(`There is no folder ${plain(folder)}; name one to check.`);
      if (!HOLDS.some((one) => existsSync(join(folder, one))))
        throw new Unusable(
          `${plain(folder)} holds no knowledge: name a folder with ${HOLDS.join('/, ')}/ in it.`,
        );
      const [{ checkKnowledge }, { checkTrained }, { checkPrompts }, { describe }] =
        await Promise.all([
          import('../../knowledge/check.ts'),
          import('../../knowledge/trained.ts'),
          import('../../model/check.ts'),
          import('../../knowledge/problem.ts'),
        ]);
      // Problems are named as in this project; in another folder they stand elsewhere.
      const inFolder = (file: string) =>
        folder === KNOWLEDGE || !file.startsWith('knowledge')
          ? file
          : join(folder, relative('knowledge', file));
      const { problems: found, passages, questions, criteria } = checkKnowledge(folder);
      const { problems: ofPrompts, prompts } = checkPrompts(PROMPTS);
      const problems = [...found, ...checkTrained(folder), ...ofPrompts];
      for (const problem of problems)
        io.complain(describe({ ...problem, file: inFolder(problem.file) }));
      if (problems.length) {
        io.complain(`${counted(problems.length, 'problem')}.`);
        io.exitCode = 1;
      } else
        io.print(
          `${passages} passages, ${questions} questions, ${criteria} criteria, ${prompts} prompts: all well.`,
        );
    });
}

/** What such a folder has in it, some of it at least. */
const HOLDS = ['strategy', 'questions', 'rubric'];

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Not there, a link that leads back to itself, or nobody's to look at.
    return false;
  }
}
