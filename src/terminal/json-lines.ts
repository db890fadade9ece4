import type { Readable } from 'node:stream';
import { pMapIterable } from 'p-map';
import * as z from 'zod';
import { Unusable } from '../unusable.ts';
import { LONGEST_LINE, linesOf } from './input-lines.ts';
import type { Io } from './io.ts';

/** The longest text of a field, in characters; the longest draft that is read is as long. */
export const LONGEST_TEXT = 100_000;

/** One line of input: what it holds, or the one sentence that says why it can't be used. */
export type Line<T> = { number: number; value: T } | { number: number; problem: string };

/**
 * Reads JSON lines, blank ones skipped; a bad line is told of and the rest goes on. Throws
 * `Unusable` where there is no line at all.
 */
export async function* readJsonLines<T extends z.ZodType>(
  input: Readable,
  schema: T,
): AsyncGenerator<Line<z.infer<T>>> {
  let number = 0;
  let some = false;
  for await (const text of linesOf(input)) {
    number++;
    if (text?.trim() === '') continue;
    some = true;
    yield parse(number, text, schema);
  }
  if (!some) throw new Unusable('Standard input is empty; give one JSON object a line.');
}

/** Lines that are worked on at once; a model thinks about several for the time of one. */
const AT_ONCE = 8;

/** Prints one JSON line for each that could be read, in their order; complains of the others. */
export async function answerLines<T>(
  io: Io,
  lines: AsyncIterable<Line<T>>,
  answer: (value: T) => Promise<unknown>,
): Promise<void> {
  const answers = pMapIterable(
    lines,
    async (line) => ('problem' in line ? line : { said: JSON.stringify(await answer(line.value)) }),
    { concurrency: AT_ONCE },
  );
  for await (const line of answers) {
    if ('said' in line) {
      io.print(line.said);
      continue;
    }
    io.complain(line.problem);
    io.exitCode = 2;
  }
}

function parse<T extends z.ZodType>(
  number: number,
  text: string | undefined,
  schema: T,
): Line<z.infer<T>> {
  const problem = (what: string) => ({
    number,
    problem: `line ${number}: ${what}; it was left out.`,
  });
  if (text === undefined)
    return problem(`longer than ${LONGEST_LINE.toLocaleString('en-US')} characters`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return problem('not JSON');
  }
  const result = schema.safeParse(json);
  if (result.success) return { number, value: result.data };
  const [issue] = result.error.issues;
  const at = issue?.path.join('.');
  return problem(at ? `"${at}" ${issue?.message}` : 'not a JSON object');
}

const missingOr = (what: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? 'is missing' : `must be ${what}`;

/** A text of a person's. */
export const text = z
  .string({ error: missingOr('text') })
  .max(LONGEST_TEXT, `has more than ${LONGEST_TEXT.toLocaleString('en-US')} characters`);

/** Ids may come as numbers; they go out as text, and the same one that came in. */
export const id = z
  .union([z.string(), z.number()], { error: missingOr('text or a number') })
  .refine((value) => typeof value === 'string' || Math.abs(value) <= Number.MAX_SAFE_INTEGER, {
    error: 'is too large a number to be kept exactly and needs quotes around it',
  })
  .transform(String);
