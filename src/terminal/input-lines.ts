/** The longest line that is taken, in characters. */
export const LONGEST_LINE = 1_000_000;

/**
 * The lines of a pipe, one text each; undefined stands for one that is too long, of which no more
 * than that is ever held. Only a line feed ends a line: JSON text and prose may hold the other
 * breaks that `node:readline` splits at, U+2028 among them.
 */
export async function* linesOf(
  input: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder();
  let line = '';
  let long = false;
  const add = (text: string) => {
    long ||= line.length + text.length > LONGEST_LINE;
    line = long ? '' : line + text;
  };
  const end = () => {
    const ended = long ? undefined : line.replace(/\r$/, '');
    [line, long] = ['', false];
    return ended;
  };
  for await (const chunk of input) {
    const [rest = '', ...others] = (
      typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    ).split('\n');
    add(rest);
    for (const text of others) {
      yield end();
      add(text);
    }
  }
  add(decoder.decode());
  if (line || long) yield end();
}
