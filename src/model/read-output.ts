import type * as z from 'zod';

export type Read<Output> = { value: Output } | { problem: string };

/** Reads a model's output: the JSON object in it, whatever stands around it, in the shape asked for. */
export function readOutput<Output>(text: string, shape: z.ZodType<Output>): Read<Output> {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to < from) return { problem: 'there is no JSON object in it' };
  let json: unknown;
  try {
    json = JSON.parse(text.slice(from, to + 1));
  } catch {
    return { problem: 'it is not valid JSON' };
  }
  const result = shape.safeParse(json);
  if (result.success) return { value: result.data };
  const issues = result.error.issues.slice(0, 5);
  return { problem: issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
}
