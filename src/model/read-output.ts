import type * as z from 'zod';

export type Read<Output> = { value: Output } | { problem: string };

/** What a model thought aloud before it answered. */
export const THOUGHTS = /^[\s\S]*<\/think(?:ing)?>/i;
/** Objects in one reply that are looked at. */
const MOST_OBJECTS = 20;

/** Each JSON object in a text, outermost ones only, whatever stands around them. */
export function objectsIn(text: string): unknown[] {
  const found: unknown[] = [];
  const said = text.replace(THOUGHTS, '');
  for (let from = said.indexOf('{'), tries = 0; from >= 0 && tries < MOST_OBJECTS; tries++) {
    const to = endOf(said, from);
    if (to === undefined) break;
    try {
      found.push(JSON.parse(said.slice(from, to)));
    } catch {
      // Braces in prose; what follows may still be an object.
    }
    from = said.indexOf('{', to);
  }
  return found;
}

/** Where the object that begins at `from` ends; braces in strings don't count. */
function endOf(text: string, from: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
  }
  return undefined;
}

/**
 * Reads a model's output: the JSON object in it that has the shape asked for. Where no schema is
 * enforced, models write null for an empty string, and a name that nobody asked for: the first is
 * taken for what it means, and of a list the entries that don't fit are left out, if most do.
 */
export function readOutput<Output>(text: string, shape: z.ZodType<Output>): Read<Output> {
  const objects = objectsIn(text).map(withoutNulls);
  if (!objects.length)
    return {
      problem: text.includes('{') ? 'it is not valid JSON' : 'there is no JSON object in it',
    };
  let problem = '';
  for (const object of objects.reverse()) {
    const result = shape.safeParse(object);
    if (result.success) return { value: result.data };
    const lenient = shape.safeParse(withoutMisfits(object, result.error.issues));
    if (lenient.success) return { value: lenient.data };
    const issues = result.error.issues.slice(0, 5);
    problem ||= issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  }
  return { problem };
}

function withoutNulls(value: unknown): unknown {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNulls(one)]));
}

/** The object without the entries of its lists that have an issue, where these are the fewer ones. */
function withoutMisfits(object: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (typeof object !== 'object' || object === null) return object;
  const misfits = new Map<PropertyKey, Set<number>>();
  for (const {
    path: [key, at],
  } of issues)
    if (key !== undefined && typeof at === 'number')
      misfits.set(key, (misfits.get(key) ?? new Set()).add(at));
  return Object.fromEntries(
    Object.entries(object).map(([key, list]) => {
      const without = misfits.get(key);
      if (!without || !Array.isArray(list) || without.size * 2 > list.length) return [key, list];
      return [key, list.filter((_, i) => !without.has(i))];
    }),
  );
}
