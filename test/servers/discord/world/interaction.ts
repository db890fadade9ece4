import type { APIUser, InteractionResponseType, InteractionType } from 'discord.js';
import type { Channel } from './channel.ts';
import type { Component } from './components.ts';
import type { Message } from './message.ts';

/** A modal that is open on a person's screen. */
export interface Modal {
  custom_id: string;
  title: string;
  components: Component[];
  /** The interaction that opened it. */
  from: Interaction;
}

/** Something a person did that the bot has to answer. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly user: APIUser;
  readonly channel: Channel;
  readonly createdAt: number;
  /** Milliseconds of `performance.now()`, to measure how long the bot takes. */
  readonly startedAt: number;
  /** The message whose component it was, directly or through a modal. */
  readonly source?: Message;
  readonly owners: Record<string, string>;
  /** Only the person has the app, not the place: at most five follow-ups. */
  readonly userOnly: boolean;
  readonly name?: string;
  /** How the bot acknowledged it. */
  acknowledged?: { type: InteractionResponseType; after: number };
  /** The message that `@original` is. */
  original?: Message;
  modal?: Modal;
  choices?: Array<{ name: string; value: string | number }>;
  followUps: number;
  /** Why a late answer is no fault of the bot's: a test's own doing. */
  excuse?: string;
  /** Nobody answered in time. */
  failed: boolean;
  /** Called once: acknowledged, or failed. */
  settle(): void;
  readonly settled: Promise<void>;
}
