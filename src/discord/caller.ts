import type { BaseInteraction, Message } from 'discord.js';
import type { Caller } from '../coach/model.ts';

/** Whose budgets a model is called on: the person's, and the server's where it is asked in one. */
export function callerOf(of: BaseInteraction | Message): Caller {
  const person = 'author' in of ? of.author.id : of.user.id;
  return { person, server: of.guildId ?? undefined };
}
