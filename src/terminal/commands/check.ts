import type { Command } from 'commander';
import { KNOWLEDGE } from '../../root.ts';
import type { Io } from '../io.ts';

/** `coach check`: validates what advisers edit; exit 1 where something is wrong. */
export function registerCheck(program: Command, io: Io): void {
  program
    .command('check')
    .description('validate knowledge/, naming file and line of what is wrong')
    .argument('[folder]', 'another knowledge folder', KNOWLEDGE)
    .action(async (folder: string) => {
      const [{ checkKnowledge }, { describe }] = await Promise.all([
        import('../../knowledge/check.ts'),
        import('../../knowledge/problem.ts'),
      ]);
      const { problems, passages, questions, criteria } = checkKnowledge(folder);
      for (const problem of problems) io.complain(describe(problem));
      if (problems.length) {
        io.complain(`${problems.length} problem${problems.length === 1 ? '' : 's'}.`);
        io.exitCode = 1;
      } else
        io.print(`${passages} passages, ${questions} questions, ${criteria} criteria: all well.`);
    });
}
