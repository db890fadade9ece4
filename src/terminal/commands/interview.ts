import { type Command, InvalidArgumentError, Option } from 'commander';
import { MAX_ROUNDS } from '../../coach/interview/session.ts';
import { SITUATIONS } from '../../knowledge/schema.ts';
import { Unusable } from '../../unusable.ts';
import { eachEntered } from '../conversation/conversation.ts';
import { Round } from '../conversation/round.ts';
import { roundAbout } from '../conversation/round-about.ts';
import type { Talk } from '../conversation/talk.ts';
import type { Io } from '../io.ts';
import { checkPicture } from '../picture.ts';
import { plain } from '../style.ts';

interface Options {
  situation?: string;
  focus?: string;
  rounds: number;
  seed?: number;
  style?: string;
  question?: string;
  picture?: string;
  about?: string;
}

/** `coach interview`: a mock round in the terminal, or from a pipe with one answer a line. */
export function registerInterview(program: Command, io: Io): void {
  program
    .command('interview')
    .description('a mock interview with feedback after each answer and a debrief')
    .addOption(
      new Option('--situation <s>', 'the record to explain').choices(Object.keys(SITUATIONS)),
    )
    .option('--focus <theme>', 'questions of one theme only, such as why-ir or research')
    .option('--style <manner>', 'how the interviewer speaks: warm, brisk or sceptical')
    .option('--rounds <n>', `questions, follow-ups apart (1 to ${MAX_ROUNDS})`, rounds, 5)
    .option('--about <draft>', 'the questions that your own statement raises, and no others')
    .option('--question <id>', 'begin with this question, as a review suggests')
    .option('--seed <n>', 'the same number gives the same questions', whole)
    .option('--picture <out>', 'also draw the session into this .png, with its debrief')
    .addHelpText('after', '\nType an answer; or /say RECORDING, /hint, /skip, /retry, /end, /quit.')
    .action(async (options: Options) => {
      const { situation, focus, rounds, seed, style, question, picture, about } = options;
      if (picture !== undefined) checkPicture(picture);
      const asked = io.app.knowledge.bank().filter(({ raisedBy }) => !raisedBy.length);
      const themes = [...new Set(asked.map(({ theme }) => theme))];
      if (focus && !themes.includes(focus)) {
        throw new Unusable(`There is no theme "${focus}"; choose one of ${themes.join(', ')}.`);
      }
      if (question && !asked.some(({ id }) => id === question)) {
        throw new Unusable(
          `There is no question "${plain(question)}"; a review names the one it raises.`,
        );
      }
      const manners = [...io.app.knowledge.manners().keys()];
      if (style && !manners.includes(style)) {
        throw new Unusable(`There is no style "${style}"; choose one of ${manners.join(', ')}.`);
      }
      const chosen = {
        situation,
        focus,
        rounds,
        style,
        first: question,
        seed: seed ?? Date.now() % 1_000_003,
      };
      if (about !== undefined && (focus || question)) {
        throw new Unusable('--about brings its own questions; leave --focus and --question out.');
      }
      if (about === '-') {
        throw new Unusable('Your answers come from standard input: name the file of the draft.');
      }
      const round =
        about === undefined
          ? new Round(chosen, io, { picture })
          : await roundAbout(about, chosen, io, picture);
      const talk: Talk = { io, round, quit: false };
      await talk.round?.start();
      await eachEntered(talk, process.stdout, () => Boolean(talk.round?.over));
    });
}

function whole(value: string): number {
  if (!/^-?\d{1,15}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}

function rounds(value: string): number {
  const number = whole(value);
  if (number < 1 || number > MAX_ROUNDS) {
    throw new InvalidArgumentError(`It must be between 1 and ${MAX_ROUNDS}.`);
  }
  return number;
}
