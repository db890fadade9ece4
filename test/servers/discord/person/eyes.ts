import type { APIUser } from 'discord.js';
import { MessageType } from 'discord.js';
import type { Waiting } from '../wait.ts';
import type { Channel } from '../world/channel.ts';
import { type Component, walk } from '../world/components.ts';
import { isLoading, isVisible, type Message } from '../world/message.ts';
import type { Change, World } from '../world/world.ts';
import { Seen, textOf, unescaped } from './screen.ts';

/** Messages that a person remembers to have seen. */
const REMEMBERED = 500;

export interface Where {
  /** Only there. */
  in?: Channel;
  /** Only on this message. */
  on?: Seen;
  /** How long to wait, in milliseconds. */
  within?: number;
}

export interface When extends Where {
  /** Also what was there before the person's last action. */
  ever?: boolean;
}

/** What one person sees, newest first. */
export class Eyes {
  readonly #world: World;
  readonly #user: APIUser;
  readonly #changes: Waiting<Change>;
  readonly #noticed = new Map<string, Message>();
  readonly #gone = new Set<string>();
  /** The last change before the person's last action. */
  #since = 0;

  constructor(world: World, user: APIUser, changes: Waiting<Change>) {
    this.#world = world;
    this.#user = user;
    this.#changes = changes;
    changes.listen((change) => {
      if (change.kind === 'message') this.#remember(change.message);
      if (change.kind === 'forgotten') this.#forget(change.before);
    });
  }

  #forget(before: number): void {
    for (const [id, { createdAt }] of this.#noticed)
      if (createdAt < before) this.#noticed.delete(id);
  }

  /** From here on, what is seen is seen after the action that begins now. */
  act(): void {
    this.#since = this.#world.lastChange;
  }

  /** What only they saw is gone, though the bot can still change it. */
  forgetPrivate(): void {
    for (const { onlyFor, id } of this.#noticed.values())
      if (onlyFor) {
        this.#gone.add(id);
        this.#noticed.delete(id);
      }
  }

  /** All that is visible in a channel, from top to bottom. */
  screen(channel: Channel): Seen[] {
    return [...channel.messages.values()]
      .filter((message) => this.#shows(message))
      .map((message) => new Seen(message));
  }

  /** Waits for a message of somebody else's that says this. */
  sees(pattern: RegExp | string, { in: channel, on, within, ever = false }: When): Promise<Seen> {
    const since = ever ? 0 : this.#since;
    const fits = (message: Message) =>
      message.change > since &&
      message.author.id !== this.#user.id &&
      (!channel || message.channel === channel) &&
      (!on || message === on.message) &&
      !isLoading(message) &&
      [textOf(message), unescaped(textOf(message))].some((text) => matches(pattern, text));
    return this.#find(
      (message) => (fits(message) ? new Seen(message) : undefined),
      () => `${pattern}`,
      within,
    );
  }

  /** Waits for a component; `what` says what it was, should there be none. */
  finds(
    wanted: (component: Component) => boolean,
    what: string,
    { in: channel, on, within }: Where,
  ) {
    const found = (message: Message) => {
      if ((channel && message.channel !== channel) || (on && message !== on.message))
        return undefined;
      for (const { component } of walk(message.components))
        if (wanted(component)) return { message, component };
      return undefined;
    };
    return this.#find(found, () => what, within);
  }

  async #find<Found>(
    found: (message: Message) => Found | undefined,
    what: () => string,
    within: number | undefined,
  ): Promise<Found> {
    const visible = (message: Message) => (this.#shows(message) ? found(message) : undefined);
    for (const message of [...this.#noticed.values()].reverse()) {
      const it = visible(message);
      if (it !== undefined) return it;
    }
    const complaint = () => `${this.#user.global_name} doesn't see ${what()}.\n${this.describe()}`;
    return this.#changes.until(
      (change) => (change.kind === 'message' ? visible(change.message) : undefined),
      complaint,
      within,
    );
  }

  /** The latest of what is seen, for the message of a failed test. */
  describe(): string {
    const latest = [...this.#noticed.values()].filter((m) => isVisible(m, this.#user.id)).slice(-8);
    return ['On the screen:', ...latest.map((message) => `- ${new Seen(message)}`)].join('\n');
  }

  #shows(message: Message): boolean {
    const { id } = this.#user;
    return isVisible(message, id) && !isSystem(message) && !this.#gone.has(message.id);
  }

  #remember(message: Message): void {
    this.#noticed.delete(message.id);
    if (message.deleted || this.#gone.has(message.id)) return;
    this.#noticed.set(message.id, message);
    if (this.#noticed.size <= REMEMBERED) return;
    for (const [id] of this.#noticed) {
      this.#noticed.delete(id);
      return;
    }
  }
}

const isSystem = ({ type }: Message) => type !== MessageType.Default && type !== MessageType.Reply;

export function matches(pattern: RegExp | string, text: string): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : new RegExp(pattern).test(text);
}
