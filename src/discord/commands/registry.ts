import type { MessageCommand, SlashCommand } from '../command.ts';
import { ask } from './ask.ts';
import { help } from './help.ts';
import { interview } from './interview.ts';
import { privacy } from './privacy.ts';
import { progress } from './progress.ts';
import { review } from './review.ts';
import { reviewMessage } from './review-message.ts';

/** Every slash command; a new one is one file and one line here. */
export const SLASH_COMMANDS: readonly SlashCommand[] = [
  ask,
  interview,
  review,
  progress,
  privacy,
  help,
];

/** Every command of a message's menu. */
export const MESSAGE_COMMANDS: readonly MessageCommand[] = [reviewMessage];
