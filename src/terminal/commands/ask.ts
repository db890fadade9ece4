import type { Command } from 'commander';
import * as z from 'zod';
import { Unusable } from '../../unusable.ts';
import type { Io } from '../io.ts';
import { askToLine } from '../json.ts';
import { answerLines, id, readJsonLines, text } from '../json-lines.ts';
import { OWNER } from '../owner.ts';
import { viewAnswerToQuestion } from '../views/ask.ts';

const input = z.object({ id, question: text });

/** `coach ask "…"` and `coach ask --json`: a strategy question, answered from passages or declined. */
export function registerAsk(program: Command, io: Io): void {
  program
    .command('ask')
    .description('answer a strategy question, with its sources')
    .argument('[question...]', 'the question')
    .option('--json', 'JSON lines {"id","question"} on standard input, one line out for each')
    .addHelpText(
      'after',
      '\nExamples:\n  coach ask "should i push my step 2 date"\n  coach ask --json < questions.jsonl',
    )
    .action(async (words: string[], { json }: { json?: boolean }) => {
      const question = words.join(' ').trim();
      if (json && question)
        throw new Unusable('Give the question or --json, not both: --json reads standard input.');
      if (json) return askLines(io);
      if (!question) throw new Unusable('Ask something: coach ask "should I move my exam date?"');
      await askOne(question, io);
    });
}

export async function askOne(question: string, io: Io): Promise<void> {
  io.print(viewAnswerToQuestion(await io.app.judged.ask(question, OWNER), io.style));
}

async function askLines(io: Io): Promise<void> {
  if (io.input.isTTY) io.complain('Reading JSON lines from the keyboard; Ctrl-D ends them.');
  await answerLines(io, readJsonLines(io.input, input), async ({ id, question }) =>
    askToLine(id, await io.app.judged.ask(question, OWNER)),
  );
}
