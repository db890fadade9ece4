import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { linesOf } from '../input-lines.ts';

/** Lines that come this close together were pasted as one text. In milliseconds. */
const PASTE = 40;

/**
 * What a person enters, one text at a time. From a terminal, lines pasted together come as one
 * text; from a pipe each line is one, undefined where it is too long. Ends with the input, or at
 * Ctrl-C and Ctrl-D.
 */
export function entered(
  input: Readable & { isTTY?: boolean },
  output: NodeJS.WritableStream,
  prompt: string,
): AsyncGenerator<string | undefined> {
  return input.isTTY ? typed(input, output, prompt) : linesOf(input);
}

async function* typed(
  input: Readable,
  output: NodeJS.WritableStream,
  prompt: string,
): AsyncGenerator<string> {
  const reader = createInterface({ input, output, prompt });
  const waiting: string[] = [];
  let open = true;
  let wake = () => {};
  reader.on('line', (line) => {
    waiting.push(line);
    wake();
  });
  reader.on('SIGINT', () => reader.close());
  reader.on('close', () => {
    open = false;
    wake();
  });
  const signal = () => new Promise<void>((resolve) => (wake = resolve));
  try {
    while (open || waiting.length) {
      if (!waiting.length) {
        reader.prompt();
        await signal();
        continue;
      }
      let count: number;
      do {
        count = waiting.length;
        await new Promise((resolve) => setTimeout(resolve, PASTE));
      } while (waiting.length > count);
      yield waiting.splice(0).join('\n');
    }
  } finally {
    // An open reader would keep the process alive after /quit.
    reader.close();
  }
}
