import { RESTJSONErrorCodes as Code } from 'discord.js';
import { type Breach, errorsOf } from '../rules/breach.ts';

/** An answer that isn't the one asked for. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  /** What the bot did wrong; none where it could not know better. */
  readonly breaches: readonly Breach[];

  constructor(status: number, code: number, message: string, breaches: readonly Breach[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.breaches = breaches;
  }

  toJSON(): Record<string, unknown> {
    const { code, message, breaches } = this;
    const nested = breaches.some(({ path }) => path.length > 0);
    return { code, message, ...(nested ? { errors: errorsOf(breaches) } : {}) };
  }
}

/** Refuses a body that breaks rules, with Discord's own codes where it has them. */
export function refuse(breaches: readonly Breach[]): void {
  const [first] = breaches;
  if (!first) return;
  if (first.rule === 'empty-message')
    throw new Refusal(400, Code.CannotSendAnEmptyMessage, first.message, breaches);
  if (first.rule === 'file-size')
    throw new Refusal(413, Code.RequestEntityTooLarge, 'Request entity too large', breaches);
  throw new Refusal(400, Code.InvalidFormBodyOrContentType, 'Invalid Form Body', breaches);
}

const unknown = (code: Code, thing: string) => () => new Refusal(404, code, `Unknown ${thing}`);

export const unknownChannel = unknown(Code.UnknownChannel, 'Channel');
export const unknownGuild = unknown(Code.UnknownGuild, 'Guild');
export const unknownMember = unknown(Code.UnknownMember, 'Member');
export const unknownUser = unknown(Code.UnknownUser, 'User');
export const unknownMessage = unknown(Code.UnknownMessage, 'Message');
export const unknownWebhook = unknown(Code.UnknownWebhook, 'Webhook');
export const unknownInteraction = unknown(Code.UnknownInteraction, 'interaction');
export const unknownCommand = unknown(Code.UnknownApplicationCommand, 'application command');
export const missingAccess = () => new Refusal(403, Code.MissingAccess, 'Missing Access');
export const missingPermissions = () =>
  new Refusal(403, Code.MissingPermissions, 'Missing Permissions');
export const closedDm = () =>
  new Refusal(403, Code.CannotSendMessagesToThisUser, 'Cannot send messages to this user');
export const noMutualGuild = () =>
  new Refusal(
    403,
    Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
    'Cannot send messages to this user due to having no mutual guilds',
  );
export const archived = () =>
  new Refusal(400, Code.InvalidActionOnArchivedThread, 'Thread is archived');
export const locked = () => new Refusal(403, Code.ThreadLocked, 'This thread is locked');
