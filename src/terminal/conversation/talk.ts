import type { Event } from '../../coach/interview/session.ts';
import { SITUATIONS } from '../../knowledge/schema.ts';
import { Unusable } from '../../unusable.ts';
import { askOne } from '../commands/ask.ts';
import { reviewInConversation } from '../commands/review.ts';
import { hearFile, viewHeard } from '../hearing.ts';
import type { Io } from '../io.ts';
import { LONGEST_TEXT } from '../json-lines.ts';
import { checkPicture, writeProgress } from '../picture.ts';
import { plain } from '../style.ts';
import { viewCare } from '../views/ask.ts';
import { viewProgress } from '../views/progress.ts';
import { pathOf } from './path.ts';
import { Round } from './round.ts';
import { roundAbout } from './round-about.ts';

/** An answer as it was typed or heard. */
type Answered = Pick<Extract<Event, { type: 'answer' }>, 'text' | 'heard'>;

/** A conversation: at most one interview at a time; everything else can be done in between. */
export interface Talk {
  io: Io;
  round: Round | undefined;
  /** An answer that was met with care and nothing else, until the next. */
  held?: Answered | undefined;
  quit: boolean;
}

/** Something that can be typed with a slash. A new one is one entry here. */
interface TalkCommand {
  name: string;
  usage: string;
  help: string;
  run(argument: string, talk: Talk): Promise<void>;
}

const inRound = (type: 'hint' | 'skip' | 'retry' | 'end') => async (_: string, talk: Talk) => {
  if (!talk.round || talk.round.over)
    throw new Unusable('No interview is open; /interview starts one.');
  await talk.round.take({ type });
};

function noRoundOpen({ round }: Talk): void {
  if (round && !round.over)
    throw new Unusable('An interview is open; /end gives you its debrief, then start another.');
}

export const TALK_COMMANDS: readonly TalkCommand[] = [
  {
    name: 'interview',
    usage: '/interview [SITUATION]',
    help: `a mock round of five questions; situations: ${Object.keys(SITUATIONS).join(', ')}`,
    run: async (argument, talk) => {
      noRoundOpen(talk);
      const situation = argument.trim() || undefined;
      if (situation && !Object.hasOwn(SITUATIONS, situation)) {
        throw new Unusable(
          `There is no situation "${plain(situation)}"; choose one of ${Object.keys(SITUATIONS).join(', ')}.`,
        );
      }
      talk.round = new Round({ situation, rounds: 5, seed: Date.now() % 1_000_003 }, talk.io);
      await talk.round.start();
    },
  },
  {
    name: 'review',
    usage: '/review PATH',
    help: 'a review of a draft: .txt .md .docx .pdf',
    run: async (argument, { io }) => {
      const path = pathOf(argument);
      if (!path || path === '-') throw new Unusable('Name the file of the draft: /review PATH.');
      await reviewInConversation(path, io);
    },
  },
  {
    name: 'about',
    usage: '/about PATH',
    help: 'a mock round of what an interviewer would ask about your own draft',
    run: async (argument, talk) => {
      noRoundOpen(talk);
      const path = pathOf(argument);
      if (!path || path === '-') throw new Unusable('Name the file of the draft: /about PATH.');
      talk.round = await roundAbout(path, { seed: Date.now() % 1_000_003 }, talk.io);
      await talk.round.start();
    },
  },
  {
    name: 'ask',
    usage: '/ask QUESTION',
    help: 'a strategy question; without a slash, anything you type is one',
    run: async (argument, { io }) => {
      if (!argument.trim()) throw new Unusable('Ask something: /ask should I move my exam date?');
      await askOne(argument, io);
    },
  },
  {
    name: 'progress',
    usage: '/progress [PICTURE.png]',
    help: 'what recurs and what went away: a mark a sitting; with a name, drawn into a file',
    run: async (argument, { io }) => {
      const out = pathOf(argument);
      if (out) checkPicture(out);
      const entries = await (await io.app.progress()).list('terminal');
      io.print(viewProgress(entries, io.app.knowledge.labelOf, io.style));
      if (out) await writeProgress(out, entries, io);
    },
  },
  {
    name: 'say',
    usage: '/say PATH',
    help: 'in an interview: an answer that you recorded, .ogg .mp3 .m4a .wav',
    run: async (argument, talk) => {
      const path = pathOf(argument);
      if (!path) throw new Unusable('Name the recording: /say PATH.');
      if (!talk.round || talk.round.over)
        throw new Unusable('No interview is open; /interview starts one.');
      const said = await hearFile(path, talk.io);
      await takeAnswer(said, talk.round, talk);
    },
  },
  { name: 'hint', usage: '/hint', help: 'in an interview: a hint', run: inRound('hint') },
  {
    name: 'skip',
    usage: '/skip',
    help: 'in an interview: the next question',
    run: inRound('skip'),
  },
  {
    name: 'retry',
    usage: '/retry',
    help: 'in an interview: your last answer again',
    run: inRound('retry'),
  },
  {
    name: 'anyway',
    usage: '/anyway',
    help: 'in an interview: take what I met with care as your answer',
    run: async (_, talk) => {
      if (!talk.held || !talk.round || talk.round.over)
        throw new Unusable('There is nothing that I kept back.');
      const answered = talk.held;
      talk.held = undefined;
      await talk.round.take({ type: 'answer', ...answered });
    },
  },
  { name: 'end', usage: '/end', help: 'in an interview: the debrief, now', run: inRound('end') },
  {
    name: 'help',
    usage: '/help',
    help: 'this list',
    run: async (_, { io }) => {
      for (const { usage, help } of TALK_COMMANDS) {
        io.print(`  ${io.style.bold(usage)}\n${io.style.wrap(help, 6)}`);
      }
    },
  },
  {
    name: 'quit',
    usage: '/quit',
    help: 'leave; an open interview gets its debrief',
    run: async (_, talk) => {
      talk.quit = true;
    },
  },
];

/** Takes in one text: a command, an answer while an interview is open, else a question. */
export async function takeEntered(entered: string | undefined, talk: Talk): Promise<void> {
  if (entered === undefined || entered.length > LONGEST_TEXT) {
    throw new Unusable(
      `That is longer than ${LONGEST_TEXT.toLocaleString('en-US')} characters; say it in fewer.`,
    );
  }
  const text = entered.trim();
  const open = talk.round && !talk.round.over ? talk.round : undefined;
  const command = /^\/([\w-]+)(?:\s+([\s\S]*))?$/.exec(text);
  if (command) {
    const found = TALK_COMMANDS.find(({ name }) => name === command[1]?.toLowerCase());
    if (!found) throw new Unusable(`There is no /${command[1]}; /help lists what there is.`);
    return found.run(command[2] ?? '', talk);
  }
  if (open) return takeAnswer({ text }, open, talk);
  if (text) await askOne(text, talk.io);
}

/** Trouble comes before the interview; an answer that was taken for it wrongly is not lost. */
async function takeAnswer(answered: Answered, round: Round, talk: Talk): Promise<void> {
  const { app, print, style } = talk.io;
  const { trouble, words } = app.coach.careIn(answered.text);
  talk.held = trouble === 'likely' ? answered : undefined;
  if (words) print(viewCare(words, style));
  if (trouble === 'likely')
    return print(
      style.dim(
        style.wrap(
          '\nThe interview can wait. If I read you wrongly: /anyway takes it as it is.',
          2,
        ),
      ),
    );
  if (words) print('');
  if (answered.heard) print(viewHeard(answered.text, talk.io));
  return round.take({ type: 'answer', ...answered });
}
