import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import * as z from 'zod';
import { Unusable } from '../unusable.ts';

/** The longest line that is taken, in characters. */
const LONGEST_LINE = 1_000_000;

/** One line of input: what it holds, or the one sentence that says why it can't be used. */
export type Line<T> = { number: number; value: T } | { number: number; problem: string };

/** Reads JSON lines, blank ones skipped; a bad line is told of and the rest goes on. */
export async function* readJsonLines<T extends z.ZodType>(
  input: Readable,
  schema: T,
): AsyncGenerator<Line<z.infer<T>>> {
  let number = 0;
  for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const text = raw.replace(/^\ufeff/, '');
    if (!text.trim()) continue;
    yield parse(number, text, schema);
  }
  if (number === 0) throw new Unusable('Standard input is empty; give one JSON object a line.');
}

function parse<T extends z.ZodType>(number: number, text: string, schema: T): Line<z.infer<T>> {
  const problem = (what: string) => ({ number, problem: `line ${number}: ${what}` });
  if (text.length > LONGEST_LINE)
    return problem('longer than a million characters; it was left out.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem('not JSON; it was left out.');
  }
  const result = schema.safeParse(json);
  if (result.success) return { number, value: result.data };
  const [issue] = result.error.issues;
  const at = issue?.path.join('.');
  return problem(
    `${at ? `"${at}"` : 'it'} is not as it should be (${issue?.message}); it was left out.`,
  );
}

/** Ids may come as numbers; they go out as text. */
export const id = z.union([z.string(), z.number()]).transform(String);
