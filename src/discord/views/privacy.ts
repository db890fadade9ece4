import { ButtonStyle } from 'discord.js';
import type { Entry } from '../../coach/progress.ts';
import type { Spent } from '../../model/budget.ts';
import { counted } from '../../wording.ts';
import { customId } from '../custom-id.ts';
import type { Held, Owed } from '../interview-record.ts';
import { kept } from './help.ts';
import { type Screen, text } from './screen.ts';

export const ERASE = 'erase';

export interface Kept {
  progress: readonly Entry[];
  interview: Held | undefined;
  /** Ends of interviews that could not be shown yet. */
  ended?: readonly Owed[] | undefined;
  /** What was used of a model for them, and on which day. */
  tokens?: Spent | undefined;
  /** In how many servers and DMs they were told what is kept. */
  notices: number;
}

export function viewKept(
  { progress, interview, ended = [], tokens, notices }: Kept,
  modelHost: string | undefined,
): Screen {
  const answers = interview?.session.turns.flatMap(({ attempts }) => attempts).length ?? 0;
  const sittings = progress.length
    ? `Figures of ${counted(progress.length, 'sitting')}: dates, flags and counts, no words of yours.`
    : 'No figures.';
  const open = interview
    ? `An open interview with ${counted(answers, 'answer')}, until its debrief.`
    : 'No open interview, so no answers.';
  const owed = ended.length
    ? '\n- The debrief and the answers of an interview that ended, until you have seen it; a week at most.'
    : '';
  const used = tokens
    ? `\n- How much of the language model you used on ${tokens.day}, until that day is over: ${tokens.tokens.toLocaleString('en-US')} tokens.`
    : '';
  const told = notices ? `\n- That you were told this, in ${counted(notices, 'place')}.` : '';
  return {
    blocks: [
      text(
        `**What I keep of you now**\n- ${sittings}\n- ${open}${owed}${used}${told}\n- No draft.`,
      ),
      text(kept(modelHost)),
    ],
  };
}

export function exportScreen(kept: Kept): Screen {
  const bytes = new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`);
  return {
    blocks: [text('All that I keep of you, as JSON. The file is yours.')],
    files: [{ name: 'match-coach.json', bytes }],
  };
}

export function eraseScreen(): Screen {
  return {
    blocks: [
      text(
        'This erases all that I keep of you: your figures, and any open interview with its answers. It can’t be undone.',
      ),
    ],
    buttons: [{ label: 'Erase all of it', id: customId(ERASE), style: ButtonStyle.Danger }],
  };
}
