import { CUSTOM_ID } from './limits.ts';

/** What a button or a modal stands for: the name of its action, and what the action needs to know. */
export interface Target {
  action: string;
  args: string[];
}

const SEPARATOR = ':';

/** Writes a target as Discord carries it. Throws where it would be too long: args are ids, never a person's text. */
export function customId(action: string, ...args: string[]): string {
  const id = [action, ...args].join(SEPARATOR);
  if (id.length > CUSTOM_ID) throw new RangeError(`custom id of ${id.length} characters`);
  return id;
}

export function parseCustomId(id: string): Target {
  const [action = '', ...args] = id.split(SEPARATOR);
  return { action, args };
}
