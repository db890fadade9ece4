import type { ButtonStyle } from 'discord.js';

/** A button: what it says, what it does (see `custom-id.ts`), and how it looks. */
export interface Button {
  label: string;
  id: string;
  style?: ButtonStyle;
  disabled?: boolean;
}

/** A part of a screen, from top to bottom. `text` is markdown in which all that is not ours went through `plain`. */
export type Block =
  | { type: 'text'; text: string }
  | { type: 'divider' }
  | { type: 'picture'; file: string; alt: string };

export interface FileToSend {
  name: string;
  bytes: Uint8Array;
}

/** A picture with its file. */
export interface Pictured {
  block: Block & { type: 'picture' };
  file: FileToSend;
}

/**
 * What a view makes and a person sees, before Discord's limits: blocks of any length, buttons
 * that stay below them on every page, and files.
 */
export interface Screen {
  blocks: Block[];
  buttons?: Button[];
  /** The colour of the edge, 0xRRGGBB. */
  colour?: number;
  files?: FileToSend[];
}

export const text = (content: string): Block => ({ type: 'text', text: content });
export const divider: Block = { type: 'divider' };
