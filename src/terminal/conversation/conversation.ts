import { StoreFailure } from '../../store/failure.ts';
import { Unusable } from '../../unusable.ts';
import { Unheard } from '../hearing.ts';
import type { Io } from '../io.ts';
import { entered } from './lines.ts';
import { type Talk, takeEntered } from './talk.ts';

const WELCOME =
  'Match Coach: mock interviews, a review of your statement, and strategy, for IR applicants from abroad with an exam record to explain.';
const KEPT = 'Drafts are not kept, answers until the debrief; figures stay for /progress.';

/** Where what is typed goes: nowhere, or to the model that was configured. */
function privacy({ modelHost }: Io['app']): string {
  const goes = modelHost
    ? `What you ask, answer and have reviewed is sent to the model at ${modelHost}, and to nobody else.`
    : 'Nothing leaves this machine.';
  return `${goes} ${KEPT}`;
}

/** Talks until /quit or the end of input. A mistake gets one sentence and the talk goes on. */
export async function converse(io: Io, output: NodeJS.WriteStream): Promise<void> {
  const talk: Talk = { io, round: undefined, quit: false };
  io.print(io.style.wrap(WELCOME));
  io.print(io.style.dim(io.style.wrap(privacy(io.app))));
  io.print(io.style.wrap('/interview   /review PATH   /ask …   /progress   /help   /quit'));
  await eachEntered(talk, output);
}

/** Takes texts in until the talk is quit; then an open interview gets its debrief. */
export async function eachEntered(
  talk: Talk,
  output: NodeJS.WriteStream,
  until = () => false,
): Promise<void> {
  const { io } = talk;
  for await (const text of entered(io.input, output, '\n> ')) {
    io.print('');
    try {
      await takeEntered(text, talk);
    } catch (error) {
      const told = [Unusable, StoreFailure, Unheard].some((kind) => error instanceof kind);
      if (!told) throw error;
      io.print(io.style.wrap((error as Error).message, 2));
    }
    if (talk.quit || until()) break;
  }
  if (talk.round && !talk.round.over) {
    io.print('');
    await talk.round.take({ type: 'end' });
  }
}
