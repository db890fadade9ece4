import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Lines that come this close together were pasted as one text. In milliseconds. */
const PASTE = 40;

/**
 * What a person enters, one text at a time. From a terminal, lines pasted together come as one
 * text; from a pipe each line is one. Ends with the input, or at Ctrl-C and Ctrl-D.
 */
export async function* entered(
  input: Readable,
  output: NodeJS.WriteStream,
  prompt: string,
): AsyncGenerator<string> {
  const interactive = 'isTTY' in input && input.isTTY === true;
  const reader = createInterface({ input, ...(interactive ? { output, prompt } : {}) });
  if (!interactive) {
    for await (const line of reader) yield line;
    return;
  }
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
}
