import type { Command } from 'commander';
import * as z from 'zod';
import { Unusable } from '../../unusable.ts';
import { hearFile, viewHeard } from '../hearing.ts';
import type { Io } from '../io.ts';
import { answerToLine } from '../json.ts';
import { answerLines, id, readJsonLines, text } from '../json-lines.ts';
import { OWNER } from '../owner.ts';
import { viewAnswer } from '../views/answer.ts';
import { viewCare } from '../views/ask.ts';

const input = z.object({ id, question: text, answer: text });

interface Options {
  json?: boolean;
  audio?: string;
  question?: string;
}

/** `coach answer`: feedback on a recorded answer, or on typed ones as JSON lines. */
export function registerAnswer(program: Command, io: Io): void {
  program
    .command('answer')
    .description('give feedback on a recorded answer, or on typed ones as JSON lines')
    .option('--json', 'JSON lines {"id","question","answer"} in, one line out for each')
    .option(
      '--audio <file>',
      'listen to this answer: .ogg .mp3 .m4a .wav; with --json, one line out',
    )
    .option('--question <q>', 'what the recording answers')
    .addHelpText(
      'after',
      '\nExamples:\n  coach answer --audio answer.ogg --question "Why a low Step 1?"\n  echo \'{"id":"1","question":"Why a low Step 1?","answer":"…"}\' \\\n    | coach answer --json\n\nTo practise aloud instead: coach interview',
    )
    .action(async ({ json = false, audio, question }: Options) => {
      if (audio !== undefined) return answerAloud(audio, question, json, io);
      if (question !== undefined)
        throw new Unusable('--question goes with --audio; with --json each line has its own.');
      if (!json)
        throw new Unusable(
          'answer reads JSON lines: add --json, or name a recording with --audio (coach answer --help shows both).',
        );
      if (io.input.isTTY) io.complain('Reading JSON lines from the keyboard; Ctrl-D ends them.');
      await answerLines(io, readJsonLines(io.input, input), async ({ id, question, answer }) => {
        const review = await io.app.judged.answer(question, answer, OWNER);
        return answerToLine(id, review, io.app.coach.followUp(question, review));
      });
    });
}

/** Listens to one recording; trouble in it comes before all feedback. */
async function answerAloud(
  file: string,
  question: string | undefined,
  json: boolean,
  io: Io,
): Promise<void> {
  if (!question?.trim())
    throw new Unusable('Say what the recording answers: --question "Why a low Step 1?".');
  const { text: said, heard } = await hearFile(file, io);
  const { coach, judged } = io.app;
  const { trouble, words } = json ? { trouble: 'none', words: '' } : coach.careIn(said);
  if (words) io.print(viewCare(words, io.style));
  if (trouble === 'likely') return;
  const review = await judged.answer(question, said, OWNER, heard);
  if (json) {
    const line = answerToLine(file, review, coach.followUp(question, review), said);
    return io.print(JSON.stringify(line));
  }
  if (words) io.print('');
  io.print(`${viewHeard(said, io)}\n${viewAnswer(review, undefined, io.style)}`);
}
