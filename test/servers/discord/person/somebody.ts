import { type APIUser, ChannelType } from 'discord.js';
import { Waiting } from '../wait.ts';
import type { Upload } from '../world/attachments.ts';
import type { Channel } from '../world/channel.ts';
import { addMember } from '../world/guilds.ts';
import type { Modal } from '../world/interaction.ts';
import { createMessage, deleteMessage, editMessage } from '../world/messages.ts';
import { createThread, removeFromThread, updateThread } from '../world/threads.ts';
import type { Change, World } from '../world/world.ts';
import { Eyes, type When, type Where } from './eyes.ts';
import { Seen } from './screen.ts';

/** Characters of a message; what is longer is sent as a file, as Discord's client does it. */
const MESSAGE = 2_000;

export interface Writing {
  in?: Channel;
  /** A message that this one replies to. */
  replyTo?: Seen;
  /** Whether the reply pings its author; it does by default, as in Discord. */
  ping?: boolean;
  /** Begins with a mention of the bot. */
  mention?: boolean;
  attachments?: readonly Upload[];
}

export interface Saying extends Pick<Writing, 'in' | 'replyTo' | 'ping'> {
  seconds?: number;
}

/** Somebody on Discord: where they are, what they see, and what they write. */
export class Somebody {
  readonly user: APIUser;
  protected readonly world: World;
  protected readonly eyes: Eyes;
  protected readonly changes: Waiting<Change>;
  protected open: Modal | undefined;
  #place: Channel | undefined;

  constructor(world: World, name: string, bot: boolean) {
    this.world = world;
    this.user = world.user(name, bot);
    this.changes = world.noticing.get(this.user.id) ?? new Waiting();
    this.eyes = new Eyes(world, this.user, this.changes);
    this.changes.listen((change) => {
      if (change.kind === 'modal') this.open = change.modal;
    });
  }

  get id(): string {
    return this.user.id;
  }

  get name(): string {
    return this.user.global_name ?? this.user.username;
  }

  /** How they are mentioned. */
  toString(): string {
    return `<@${this.id}>`;
  }

  /** Their DM with the bot. */
  get dm(): Channel {
    return this.world.dm(this.user);
  }

  /** The modal that is open before them. */
  get modal(): Modal | undefined {
    return this.open;
  }

  /** Threads of their own that they are in and that are not archived. */
  get threads(): Channel[] {
    return [...this.world.channels.values()].filter(
      (c) => c.isThread && !c.deleted && !c.archived && c.members.has(this.id),
    );
  }

  /** Writes a message. */
  writes(
    text: string,
    { in: at, replyTo, ping = true, mention, attachments = [] }: Writing = {},
  ): Seen {
    const channel = this.goTo(at ?? replyTo?.channel);
    this.eyes.act();
    if (channel.locked) throw new Error(`${this.name} can't write there: it is locked.`);
    if (channel.archived) updateThread(this.world, channel, { archived: false });
    const whole = mention ? `<@${this.world.application.id}> ${text}` : text;
    const long = whole.length > MESSAGE;
    const files = [...(long ? [{ name: 'message.txt', content: whole }] : []), ...attachments];
    const allowed_mentions = { parse: ['users', 'roles', 'everyone'], replied_user: ping };
    const message = createMessage(
      this.world,
      { channel, author: this.user, reply: replyTo?.message },
      { content: long ? '' : whole, allowed_mentions },
      new Map(files.entries()),
    );
    return new Seen(message);
  }

  /**
   * Records a voice message, which has neither text nor another file; a reply mentions whom it replies
   * to. `seconds` is what Discord's client says of its length.
   */
  says(sound: Uint8Array, { in: at, replyTo, ping = true, seconds = 1 }: Saying = {}): Seen {
    const channel = this.goTo(at ?? replyTo?.channel);
    this.eyes.act();
    const voice = {
      name: 'voice-message.ogg',
      content: sound,
      duration_secs: seconds,
      waveform: Buffer.alloc(8, 7).toString('base64'),
    };
    const message = createMessage(
      this.world,
      { channel, author: this.user, reply: replyTo?.message, voice: true },
      { allowed_mentions: { parse: ['users'], replied_user: ping } },
      new Map([[0, voice]]),
    );
    return new Seen(message);
  }

  edits({ message }: Seen, text: string): void {
    editMessage(this.world, message, { content: text }, new Map());
  }

  deletes({ message }: Seen): void {
    deleteMessage(this.world, message);
  }

  /** Waits for a message of somebody else's, new since their last action, that says this. */
  sees(pattern: RegExp | string, when: When = {}): Promise<Seen> {
    return this.eyes.sees(pattern, when);
  }

  /** What is on their screen in a channel, from top to bottom. */
  screen(channel: Channel = this.#place ?? this.dm): Seen[] {
    return this.eyes.screen(channel);
  }

  /** Installs the app for themselves. */
  installs(): void {
    this.world.installedBy.add(this.id);
  }

  uninstalls(): void {
    this.world.installedBy.delete(this.id);
  }

  closesDms(): void {
    this.world.closedDms.add(this.id);
  }

  opensDms(): void {
    this.world.closedDms.delete(this.id);
  }

  /** Starts a thread that all can see. */
  startsThread(name: string, { in: at }: Where = {}): Channel {
    const parent = this.goTo(at);
    const type = ChannelType.PublicThread;
    this.#place = createThread(this.world, parent, this.user, { name, type });
    return this.#place;
  }

  /** Starts Discord anew: what only they saw is gone from their screen. */
  restarts(): void {
    this.open = undefined;
    this.eyes.forgetPrivate();
  }

  leaves(thread: Channel): void {
    removeFromThread(this.world, thread, this.id);
  }

  /** Goes to a place; who acts in a guild is a member of it. */
  protected goTo(place: Channel = this.#place ?? this.dm): Channel {
    if (place.guild) addMember(this.world, place.guild, this.user);
    if (!place.isOpenTo(this.id)) throw new Error(`${this.name} can't see ${place.name}.`);
    this.#place = place;
    return place;
  }
}
