import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Acknowledgement } from './acknowledgement.ts';
import type { Context } from './context.ts';

/**
 * Whether what is kept is told after the first use, as it is by default; `said` where the handler
 * tells it itself, `never` where not even that it was told may be kept.
 */
export type Notice = 'said' | 'never';

/** What an interaction is answered by. */
export interface Handler<I> {
  notice?: Notice;
  /** Brings a draft, of which nothing is kept: after a stop it can only be asked for again. */
  draft?: true;
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
  draft?: true;
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
