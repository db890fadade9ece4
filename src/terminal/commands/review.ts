import type { Command } from 'commander';
import { entryOfReview } from '../../coach/progress.ts';
import type { Review } from '../../coach/review.ts';
import { Unusable } from '../../unusable.ts';
import { compareDrafts } from '../compare.ts';
import { nameOf, readDraft } from '../draft.ts';
import { checkGiveBack, giveBack } from '../give-back.ts';
import type { Io } from '../io.ts';
import { reviewToLine } from '../json.ts';
import { OWNER } from '../owner.ts';
import { checkPicture, writeStrip } from '../picture.ts';
import { heading } from '../views/common.ts';
import { viewExplanation } from '../views/explain.ts';
import { viewReview } from '../views/review.ts';

interface Options {
  json?: boolean;
  explain?: boolean;
  picture?: string;
  docx?: string;
  compare?: boolean;
}

/** `coach review FILE… [--json] [--explain]`: a review of each draft; one that can't be read doesn't stop the rest. */
export function registerReview(program: Command, io: Io): void {
  program
    .command('review')
    .description('review personal-statement drafts (.txt .md .docx .pdf, or - for standard input)')
    .argument('<file...>', 'the drafts')
    .option('--json', 'print one JSON line a file')
    .option('--explain', 'add what speaks for and against each judgment, in figures')
    .option('--compare', 'take two, the older first: what is mended, what is new, what stayed')
    .option('--picture <out>', 'also draw the draft as a strip, into this .png')
    .option('--docx <out>', 'also give the draft back with the review as comments, in this .docx')
    .addHelpText(
      'after',
      '\nExamples:\n  coach review draft.docx\n  coach review draft.docx --docx commented.docx\n  coach review old.docx new.docx --compare\n  pbpaste | coach review -\n  coach review --json *.txt > reviews.jsonl',
    )
    .action(async (files: string[], options: Options) => {
      if (options.compare) return compareDrafts(files, options, io);
      if (options.picture !== undefined) checkPicture(options.picture, files);
      if (options.docx !== undefined) await checkGiveBack(options.docx, files);
      for (const [i, file] of files.entries()) {
        const name = nameOf(file);
        if (io.interactive && files.length > 1) io.complain(`${i + 1} of ${files.length}: ${name}`);
        try {
          const draft = await readDraft(file, io);
          const { text } = draft;
          if (files.length > 1 && !options.json)
            io.print(`${i ? '\n' : ''}${heading(name, io.style)}\n`);
          const review = await io.app.judged.review(text, OWNER);
          io.print(
            options.json
              ? toJson(file, text, review, options, io)
              : toRead(text, review, options, io),
          );
          if (options.picture !== undefined) await writeStrip(options.picture, review, io);
          if (options.docx !== undefined) await giveBack(draft, review, options.docx, io);
        } catch (error) {
          if (!(error instanceof Unusable)) throw error;
          io.complain(`${name}: ${error.message}`);
          io.exitCode = 2;
        }
      }
    });
}

function toJson(
  file: string,
  text: string,
  review: Review,
  { explain }: Options,
  { app: { coach } }: Io,
): string {
  return JSON.stringify(
    reviewToLine(file, review, coach.raised(review), explain ? coach.explain(text) : undefined),
  );
}

function toRead(text: string, review: Review, { explain }: Options, io: Io): string {
  const { coach, knowledge } = io.app;
  const texts = { parts: knowledge.partCriteria(), flags: knowledge.statementCriteria() };
  const read = view(review, io);
  return explain ? `${read}\n\n${viewExplanation(coach.explain(text), texts, io.style)}` : read;
}

function view(review: Review, io: Io): string {
  return viewReview(
    review,
    {
      parts: io.app.knowledge.partCriteria(),
      titleOf: io.titleOf,
      practice: io.app.coach.practice,
      raised: io.app.coach.raised,
    },
    io.style,
  );
}

/** Reviews one draft in a conversation and remembers its figures. */
export async function reviewInConversation(path: string, io: Io): Promise<void> {
  const { text } = await readDraft(path, io);
  const review = await io.app.judged.review(text, OWNER);
  io.print(view(review, io));
  if (review.taken !== 'statement') return;
  const progress = await io.app.progress();
  await progress.add('terminal', entryOfReview(review, new Date().toISOString()));
}
