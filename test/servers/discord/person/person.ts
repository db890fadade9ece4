import {
  type APIUser,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  InteractionType,
} from 'discord.js';
import { Waiting } from '../wait.ts';
import type { Upload } from '../world/attachments.ts';
import type { Channel } from '../world/channel.ts';
import { type Component, SELECTS } from '../world/components.ts';
import { addMember } from '../world/guilds.ts';
import type { Modal } from '../world/interaction.ts';
import { type Message, messageJson } from '../world/message.ts';
import { createMessage, deleteMessage, editMessage } from '../world/messages.ts';
import { createThread, removeFromThread } from '../world/threads.ts';
import type { Change, World } from '../world/world.ts';
import { Exchange } from './exchange.ts';
import { Eyes, matches, type When, type Where } from './eyes.ts';
import { type Act, interact } from './interact.ts';
import { type Filled, modalData } from './modal.ts';
import type { Seen } from './screen.ts';
import { Seen as SeenMessage } from './screen.ts';
import { findCommand, slashData, type Value } from './slash.ts';

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

/** Somebody on Discord. What they do returns when the bot has acknowledged it, or failed to. */
export class Person {
  readonly user: APIUser;
  readonly #world: World;
  readonly #eyes: Eyes;
  readonly #changes: Waiting<Change>;
  #modal: Modal | undefined;
  #place: Channel | undefined;

  constructor(world: World, name: string) {
    this.#world = world;
    this.user = world.user(name);
    this.#changes = world.noticing.get(this.user.id) ?? new Waiting();
    this.#eyes = new Eyes(world, this.user, this.#changes);
    this.#changes.listen((change) => {
      if (change.kind === 'modal') this.#modal = change.modal;
    });
  }

  get id(): string {
    return this.user.id;
  }

  get name(): string {
    return this.user.global_name ?? '';
  }

  /** How they are mentioned. */
  toString(): string {
    return `<@${this.id}>`;
  }

  /** Their DM with the bot. */
  get dm(): Channel {
    return this.#world.dm(this.user);
  }

  /** The modal that is open before them. */
  get modal(): Modal | undefined {
    return this.#modal;
  }

  /** Threads of their own that they are in and that are not archived. */
  get threads(): Channel[] {
    return [...this.#world.channels.values()].filter(
      (c) => c.isThread && !c.deleted && !c.archived && c.members.has(this.id),
    );
  }

  /** Runs a slash command, such as `/ask` or `/privacy show`, in a channel or their DM. */
  async runs(
    name: string,
    options: Record<string, Value> = {},
    { in: at }: Where = {},
  ): Promise<Exchange> {
    return this.#slash(name, options, at);
  }

  /** Types into an option with autocomplete; the choices that are offered. */
  async types(
    name: string,
    options: Record<string, Value>,
    focused: string,
    { in: at }: Where = {},
  ) {
    const exchange = await this.#slash(name, options, at, focused);
    return exchange.interaction.choices ?? [];
  }

  async #slash(name: string, options: Record<string, Value>, at?: Channel, focused?: string) {
    const channel = this.#goTo(at);
    const [first = '', ...path] = name.replace(/^\//, '').split(' ');
    const kind = ApplicationCommandType.ChatInput;
    const { command, owners } = findCommand(this.#world, this.user, channel, first, kind);
    const data = slashData(this.#world, command, path, options, focused);
    const type = focused
      ? InteractionType.ApplicationCommandAutocomplete
      : InteractionType.ApplicationCommand;
    return this.#act({ channel, type, data, owners, name });
  }

  /** Runs a command of a message's menu. */
  async runsOn(name: string, { message }: Seen): Promise<Exchange> {
    const channel = this.#goTo(message.channel);
    const kind = ApplicationCommandType.Message;
    const { command, owners } = findCommand(this.#world, this.user, channel, name, kind);
    const resolved = { messages: { [message.id]: messageJson(message) } };
    const data = { id: command.id, name, type: kind, target_id: message.id, resolved };
    return this.#act({ channel, type: InteractionType.ApplicationCommand, data, owners, name });
  }

  /** Clicks the newest button with this label or custom id, once it is there. */
  async clicks(button: string | RegExp, where: Where = {}): Promise<Exchange> {
    const wanted = (c: Component) =>
      c.type === ComponentType.Button && !c.disabled && isCalled(c, c.label, button);
    const found = await this.#eyes.finds(wanted, `a button “${button}”`, where);
    if (found.component.style === ButtonStyle.Link) throw new Error(`“${button}” is a link.`);
    return this.#uses(found, {});
  }

  /** Chooses in the newest select with this placeholder or custom id; options by value or label. */
  async chooses(
    select: string | RegExp,
    chosen: string | string[],
    where: Where = {},
  ): Promise<Exchange> {
    const wanted = (c: Component) =>
      SELECTS.has(c.type) && !c.disabled && isCalled(c, c.placeholder, select);
    const found = await this.#eyes.finds(wanted, `a select “${select}”`, where);
    const { options } = found.component;
    const values = [chosen].flat().map((one) => {
      const option = options?.find(({ value, label }) => value === one || label === one);
      if (options && !option) throw new Error(`“${one}” isn't offered in “${select}”.`);
      return option?.value ?? one;
    });
    return this.#uses(found, { values });
  }

  #uses({ message, component }: { message: Message; component: Component }, more: object) {
    const { type, custom_id, id } = component;
    const channel = this.#goTo(message.channel);
    const data = { component_type: type, custom_id, id, ...more };
    const owners = this.#ownersOf(message);
    return this.#act({
      channel,
      type: InteractionType.MessageComponent,
      data,
      owners,
      source: message,
    });
  }

  /** Fills in the modal that is open, once it is; fields by label or custom id. */
  async submits(fields: Record<string, Filled> = {}, within?: number): Promise<Exchange> {
    const modal =
      this.#modal ??
      (await this.#changes.until(
        (change) => (change.kind === 'modal' ? change.modal : undefined),
        () => `${this.name} sees no modal.\n${this.#eyes.describe()}`,
        within,
      ));
    const data = modalData(modal, fields, (file) => this.#world.keep(file, true));
    this.#modal = undefined;
    const { source, channel, owners } = modal.from;
    return this.#act({ channel, type: InteractionType.ModalSubmit, data, owners, source });
  }

  /** Closes the modal without sending it; Discord tells nobody. */
  dismisses(): void {
    this.#modal = undefined;
  }

  /** Writes a message. */
  writes(
    text: string,
    { in: at, replyTo, ping = true, mention, attachments = [] }: Writing = {},
  ): Seen {
    const channel = this.#goTo(at ?? replyTo?.channel);
    this.#eyes.act();
    if (channel.locked) throw new Error(`${this.name} can't write there: it is locked.`);
    const whole = mention ? `<@${this.#world.application.id}> ${text}` : text;
    const long = whole.length > MESSAGE;
    const files = [...(long ? [{ name: 'message.txt', content: whole }] : []), ...attachments];
    const allowed_mentions = { parse: ['users', 'roles', 'everyone'], replied_user: ping };
    const message = createMessage(
      this.#world,
      { channel, author: this.user, reply: replyTo?.message },
      { content: long ? '' : whole, allowed_mentions },
      new Map(files.entries()),
    );
    return new SeenMessage(message);
  }

  edits({ message }: Seen, text: string): void {
    editMessage(this.#world, message, { content: text }, new Map());
  }

  deletes({ message }: Seen): void {
    deleteMessage(this.#world, message);
  }

  /** Waits for a message of somebody else's, new since their last action, that says this. */
  sees(pattern: RegExp | string, when: When = {}): Promise<Seen> {
    return this.#eyes.sees(pattern, when);
  }

  /** What is on their screen in a channel, from top to bottom. */
  screen(channel: Channel = this.#place ?? this.dm): Seen[] {
    return this.#eyes.screen(channel);
  }

  /** Installs the app for themselves. */
  installs(): void {
    this.#world.installedBy.add(this.id);
  }

  uninstalls(): void {
    this.#world.installedBy.delete(this.id);
  }

  closesDms(): void {
    this.#world.closedDms.add(this.id);
  }

  opensDms(): void {
    this.#world.closedDms.delete(this.id);
  }

  /** Starts a thread that all can see. */
  startsThread(name: string, { in: at }: Where = {}): Channel {
    const parent = this.#goTo(at);
    const type = ChannelType.PublicThread;
    this.#place = createThread(this.#world, parent, this.user, { name, type });
    return this.#place;
  }

  /** Starts Discord anew: what only they saw is gone from their screen. */
  restarts(): void {
    this.#modal = undefined;
    this.#eyes.forgetPrivate();
  }

  leaves(thread: Channel): void {
    removeFromThread(this.#world, thread, this.id);
  }

  /** Goes to a place; who acts in a guild is a member of it. */
  #goTo(place: Channel = this.#place ?? this.dm): Channel {
    if (place.guild) addMember(this.#world, place.guild, this.user);
    if (!place.isOpenTo(this.id)) throw new Error(`${this.name} can't see ${place.name}.`);
    this.#place = place;
    return place;
  }

  #ownersOf({ metadata, channel }: Message): Record<string, string> {
    return metadata?.authorizing_integration_owners ?? { 0: channel.guild?.id ?? '0' };
  }

  async #act(act: Omit<Act, 'user'>): Promise<Exchange> {
    this.#eyes.act();
    return new Exchange(await interact(this.#world, { ...act, user: this.user }));
  }
}

function isCalled(
  component: Component,
  name: string | null | undefined,
  wanted: string | RegExp,
): boolean {
  const names = [name, component.custom_id].filter((each) => each != null);
  return names.some((each) =>
    typeof wanted === 'string' ? each === wanted : matches(wanted, each),
  );
}
