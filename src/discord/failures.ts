import { randomUUID } from 'node:crypto';
import { DiscordAPIError, DiscordjsErrorCodes, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import { StoreFailure } from '../store/failure.ts';
import { Unusable } from '../unusable.ts';
import { unknown } from './views/sorry.ts';

/** What happens to a bot every day: nothing is wrong with it, and nobody is left to be told. */
const ORDINARY: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.ThreadLocked,
  // A thread that is archived, and a person with no server in common: discord-api-types names neither.
  50_083,
  50_278,
]);

export function isOrdinary(error: unknown): boolean {
  return error instanceof DiscordAPIError && ORDINARY.has(error.code);
}

/** What discord.js says of options and fields that are not those that were registered. */
const MISFITS: ReadonlySet<string> = new Set([
  DiscordjsErrorCodes.CommandInteractionOptionType,
  DiscordjsErrorCodes.CommandInteractionOptionEmpty,
  DiscordjsErrorCodes.CommandInteractionOptionNoSubcommand,
  DiscordjsErrorCodes.CommandInteractionOptionNotFound,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldNotFound,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldType,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldEmpty,
]);

/** Whether what came is not what a command or a modal of ours takes. */
export function isMisfit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && MISFITS.has(String(error.code));
}

/**
 * What the person is told: their own mistake in its own words, else one sentence with a reference
 * under which the log has the rest.
 */
export function explain(error: unknown, log: Logger): string {
  if (error instanceof Unusable) return error.message;
  if (isMisfit(error)) return unknown;
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, ...traceOf(error) }, 'failed');
  return `Something went wrong on my side, and nothing of yours was lost. Try again; if it stays, give the server's owner this reference: ${reference}.`;
}

/** A line of a stack that names a place; one of a message that looks so stands before them. */
const FRAME = /^ {4}at \S.*(?::\d+:\d+\)?|\(<anonymous>\)|\(native\))$/;

/**
 * What the log keeps of an error. Its message may quote what a person wrote, and a failed
 * request's body does, so neither is kept: only what kind it was and where it came from.
 */
export function traceOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const stack = error.stack ?? '';
  const told = error.message ? stack.lastIndexOf(error.message) : -1;
  const at = (told < 0 ? stack : stack.slice(told + error.message.length))
    .split('\n')
    .filter((line) => FRAME.test(line));
  const request =
    error instanceof DiscordAPIError
      ? { code: error.code, status: error.status, method: error.method }
      : {};
  // A sentence of our own for whoever runs the bot; it quotes nothing.
  const reason = error instanceof StoreFailure ? { reason: error.message } : {};
  return {
    error: error.name,
    ...request,
    ...reason,
    at: at.slice(0, 6).map((line) => line.trim()),
  };
}
