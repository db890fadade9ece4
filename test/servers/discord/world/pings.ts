import { MessageFlags } from 'discord.js';
import { type Component, walk } from './components.ts';

export interface AllowedMentions {
  parse?: string[] | null;
  users?: string[] | null;
  roles?: string[] | null;
  replied_user?: boolean | null;
}

/** Everything that is said in a message where Discord looks for mentions. */
export function textOf(content: string, components: readonly Component[]): string {
  const shown = [...walk(components)].map(({ component }) => component.content ?? '');
  return [content, ...shown].filter(Boolean).join('\n');
}

/** Whom a message pings: ids of users and roles, or `everyone`. */
export function pingsOf(
  text: string,
  allowed: AllowedMentions | null | undefined,
  flags: number,
  repliedTo?: string,
): string[] {
  if (flags & MessageFlags.Ephemeral) return [];
  const all = !allowed;
  const parse = new Set(allowed?.parse ?? []);
  const ids = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, id = '']) => id);
  const may = (kind: 'users' | 'roles') => (id: string) =>
    all || parse.has(kind) || Boolean(allowed?.[kind]?.includes(id));
  const pings = [
    ...ids(/<@!?(\d+)>/g).filter(may('users')),
    ...ids(/<@&(\d+)>/g).filter(may('roles')),
    ...(/@(?:everyone|here)/.test(text) && (all || parse.has('everyone')) ? ['everyone'] : []),
    ...(repliedTo && (allowed?.replied_user ?? all) ? [repliedTo] : []),
  ];
  return [...new Set(pings)];
}
