import type { Command } from 'commander';
import { entryOfReview } from '../../coach/progress.ts';
import { Unusable } from '../../unusable.ts';
import type { Io } from '../io.ts';
import { reviewToLine } from '../json.ts';
import { viewReview } from '../views/review.ts';

/** `coach review FILE… [--json]`: a review of each draft; one that can't be read doesn't stop the rest. */
export function registerReview(program: Command, io: Io): void {
  program
    .command('review')
    .description('review personal-statement drafts (.txt .md .docx .pdf, or - for standard input)')
    .argument('<file...>', 'the drafts')
    .option('--json', 'print one JSON line a file')
    .addHelpText(
      'after',
      '\nExamples:\n  coach review draft.docx\n  pbpaste | coach review -\n  coach review --json *.txt > reviews.jsonl',
    )
    .action(async (files: string[], { json }: { json?: boolean }) => {
      for (const [i, file] of files.entries()) {
        if (io.interactive && files.length > 1) io.complain(`${i + 1} of ${files.length}: ${file}`);
        try {
          const review = io.app.coach.review(await read(file, io));
          if (json) io.print(JSON.stringify(reviewToLine(file, review)));
          else io.print(`${files.length > 1 ? `\n${file}\n` : ''}${view(review, io)}`);
        } catch (error) {
          if (!(error instanceof Unusable)) throw error;
          io.complain(`${file}: ${error.message}`);
          io.exitCode = 2;
        }
      }
    });
}

/** Reads a draft, a path or `-`. Documents are loaded only when there is one to read. */
async function read(file: string, { input }: Io): Promise<string> {
  const documents = await import('../../documents/read.ts');
  return file === '-' ? documents.readStreamAsText(input) : documents.readFileAsText(file);
}

function view(review: ReturnType<Io['app']['coach']['review']>, io: Io): string {
  return viewReview(
    review,
    { parts: io.app.knowledge.partCriteria(), titleOf: io.titleOf },
    io.style,
  );
}

/** Reviews one draft in a conversation and remembers its figures. */
export async function reviewInConversation(path: string, io: Io): Promise<void> {
  const review = io.app.coach.review(await read(path, io));
  io.print(view(review, io));
  const progress = await io.app.progress();
  await progress.add('terminal', entryOfReview(review, new Date().toISOString()));
}
