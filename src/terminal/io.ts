import type { Readable } from 'node:stream';
import type { App } from '../app.ts';
import { createStyle, plain, type Style } from './style.ts';
import type { TitleOf } from './views/common.ts';

/** What a terminal command works with. */
export interface Io {
  app: App;
  input: Readable & { isTTY?: boolean };
  style: Style;
  titleOf: TitleOf;
  /** One line to standard output. */
  print(text: string): void;
  /** One line to standard error: complaints, and progress where somebody watches. */
  complain(text: string): void;
  /** Whether a person sits at both ends. */
  interactive: boolean;
  /** Set to 2 where some of the input was unusable and the rest was done. */
  exitCode: number;
}

export function createIo(app: App, { stdin, stdout, stderr, env }: NodeJS.Process): Io {
  const colour = Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
  return {
    app,
    input: stdin,
    style: createStyle(colour, stdout.columns),
    titleOf: (id) => app.knowledge.passages().get(id),
    print: (text) => void stdout.write(`${text}\n`),
    // Much of what is complained of is quoted from an argument, a name or a file.
    complain: (text) => void stderr.write(`${plain(text)}\n`),
    interactive: Boolean(stdin.isTTY && stdout.isTTY),
    exitCode: 0,
  };
}
