import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Context } from './context.ts';

/**
 * How an interaction is acknowledged before any work: a reply that only the person sees, one that
 * all see, one that those see who see the message with the button, that message itself to be
 * changed, or a modal that the run must open first of all. A reply is filled by a change, which
 * can be sent again without harm; what is added after it can not.
 */
export type Acknowledgement = 'private' | 'public' | 'same' | 'update' | 'modal';

/**
 * Whether what is kept is told after the first use, as it is by default; `said` where the handler
 * tells it itself, `never` where not even that it was told may be kept.
 */
export type Notice = 'said' | 'never';

/** What an interaction is answered by. */
export interface Handler<I> {
  notice?: Notice;
  acknowledge(interaction: I): Acknowledgement;
  run(interaction: I, context: Context): Promise<void>;
}

/** A slash command: one file in `commands/`, one line in its registry. */
export interface SlashCommand extends Handler<ChatInputCommandInteraction> {
  data: RESTPostAPIApplicationCommandsJSONBody;
}

/** A command of a message's menu. */
export interface MessageCommand extends Handler<MessageContextMenuCommandInteraction> {
  data: RESTPostAPIApplicationCommandsJSONBody;
}

/** What a button or a modal does; `name` is the first part of its custom id, `args` the rest. */
export interface Action<I extends ButtonInteraction | ModalSubmitInteraction> {
  name: string;
  notice?: Notice;
  acknowledge(interaction: I, args: readonly string[]): Acknowledgement;
  run(interaction: I, args: readonly string[], context: Context): Promise<void>;
}
export type ButtonAction = Action<ButtonInteraction>;
export type ModalAction = Action<ModalSubmitInteraction>;

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;
