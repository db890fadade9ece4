import { Command, CommanderError } from 'commander';
import project from '../../package.json' with { type: 'json' };
import type { App } from '../app.ts';
import { Unusable } from '../unusable.ts';
import { registerAnswer } from './commands/answer.ts';
import { registerAsk } from './commands/ask.ts';
import { registerCheck } from './commands/check.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerInterview } from './commands/interview.ts';
import { registerReview } from './commands/review.ts';
import { type OtherDoors, registerServe } from './commands/serve.ts';
import { createIo, type Io } from './io.ts';
import { plain } from './style.ts';

/** Every one-shot command; a new one is one file and one line here. */
const COMMANDS = [
  registerReview,
  registerAnswer,
  registerAsk,
  registerInterview,
  registerCheck,
  registerServe,
  registerDoctor,
];

/** Runs the command line. Resolves to the exit code: 0, 1 the coach failed, 2 unusable input. */
export async function runCli(
  app: App,
  process: NodeJS.Process,
  doors: OtherDoors,
): Promise<number> {
  const io = createIo(app, process);
  const program = new Command('coach')
    .description(
      'Coaches IR applicants from abroad through the hardest conversation of the application.',
    )
    .addHelpText(
      'after',
      '\nWithout a command: a conversation.\nWithin a checkout: npm run -s coach -- COMMAND …',
    )
    .version(project.version)
    // Its own help command answers a wrong name with pages of help on standard error.
    .helpCommand(false)
    // What is no command is told of below, in words of our own.
    .allowExcessArguments()
    .allowUnknownOption()
    .exitOverride()
    .configureOutput({ writeErr: (text) => io.complain(oneLine(text)) })
    .action(async () => {
      const [unknown] = program.args;
      if (unknown !== undefined) {
        throw unknownCommand(unknown);
      }
      const { converse } = await import('./conversation/conversation.ts');
      await converse(io, process.stdout);
    });
  for (const register of COMMANDS) register(program, io, doors);
  program
    .command('help')
    .description('show what a command takes')
    .argument('[command]', 'its name')
    .action((name?: string) => {
      const found = program.commands.find((command) => command.name() === name);
      if (name && !found) throw unknownCommand(name);
      (found ?? program).outputHelp();
    });
  for (const command of program.commands)
    command.exitOverride().copyInheritedSettings(program).allowExcessArguments(false);
  try {
    await program.parseAsync(process.argv);
    return io.exitCode;
  } catch (error) {
    return exitCodeOf(error, io);
  }
}

function exitCodeOf(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Unusable) {
    io.complain(error.message);
    return 2;
  }
  io.complain(`The coach failed: ${(error as Error).message}`);
  return 1;
}

function unknownCommand(name: string): Unusable {
  const what = name.startsWith('-') ? 'option' : 'command';
  return new Unusable(`There is no ${what} "${plain(name)}"; coach --help lists what there is.`);
}

/** Commander's complaint as one line that says where to look; it adds a blank line and a hint of its own. */
function oneLine(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return `${plain(line.replace(/^error: /, ''))
    .replace(/^\p{Ll}/u, (c) => c.toUpperCase())
    .replace(/\.$/, '')}; --help shows what it takes.`;
}
