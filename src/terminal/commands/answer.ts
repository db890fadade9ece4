import type { Command } from 'commander';
import * as z from 'zod';
import { Unusable } from '../../unusable.ts';
import type { Io } from '../io.ts';
import { answerToLine } from '../json.ts';
import { answerLines, id, readJsonLines, text } from '../json-lines.ts';
import { OWNER } from '../owner.ts';

const input = z.object({ id, question: text, answer: text });

/** `coach answer --json`: feedback on spoken answers, a JSON line in, a JSON line out. */
export function registerAnswer(program: Command, io: Io): void {
  program
    .command('answer')
    .description('give feedback on interview answers, as JSON lines on standard input')
    .option('--json', 'JSON lines {"id","question","answer"} in, one line out for each')
    .addHelpText(
      'after',
      '\nExample:\n  echo \'{"id":"1","question":"Why a low Step 1?","answer":"…"}\' \\\n    | coach answer --json\n\nTo practise aloud instead: coach interview',
    )
    .action(async ({ json }: { json?: boolean }) => {
      if (!json)
        throw new Unusable('answer reads JSON lines: add --json (coach answer --help shows one).');
      if (io.input.isTTY) io.complain('Reading JSON lines from the keyboard; Ctrl-D ends them.');
      await answerLines(io, readJsonLines(io.input, input), async ({ id, question, answer }) => {
        const review = await io.app.judged.answer(question, answer, OWNER);
        return answerToLine(id, review, io.app.coach.followUp(question, review));
      });
    });
}
