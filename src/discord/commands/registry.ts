import type { MessageCommand, SlashCommand } from '../command.ts';
import { ask } from './ask.ts';
import { help } from './help.ts';

/** Every slash command; a new one is one file and one line here. */
export const SLASH_COMMANDS: readonly SlashCommand[] = [ask, help];

/** Every command of a message's menu. */
export const MESSAGE_COMMANDS: readonly MessageCommand[] = [];
