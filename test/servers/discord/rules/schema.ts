import * as z from 'zod/mini';
import { type Breach, breach } from './breach.ts';

// The schemas say nothing but “Invalid input” until they are given a language.
z.config(z.locales.en());

export type Schema = z.ZodMiniType<unknown>;

interface Issue {
  code?: string;
  path: PropertyKey[];
  message: string;
  errors?: Issue[][];
}

/** Permissions are numbers in the schema; Discord also takes them as strings, the way discord.js sends them. */
const BITS = 'default_member_permissions';

const at = (body: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)?.[key], body);

/** What Discord's own schema of a body finds wrong with it. */
export function againstSchema(schema: Schema, body: unknown): Breach[] {
  const result = schema.safeParse(body);
  if (result.success) return [];
  return (result.error.issues as Issue[])
    .flatMap((issue) => innermost(issue))
    .filter(({ path }) => path.at(-1) !== BITS || !/^\d+$/.test(`${at(body, path)}`))
    .map(({ path, message }) => breach('schema', path, message));
}

/** Of a union, what the alternative says that the sender must have meant: the one of the same type. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || !issue.errors?.length) return [issue];
  const meant =
    issue.errors.find((issues) => !issues.some(({ path }) => path[0] === 'type')) ??
    issue.errors.reduce((a, b) => (b.length < a.length ? b : a));
  if (meant.length === 0) return [issue];
  return meant.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}
