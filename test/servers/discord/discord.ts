import type { GatewayDispatchEvents } from 'discord.js';
import { ChannelType } from 'discord.js';
import type { Delivery, Fault, Faults } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';
import { fail } from './person/interact.ts';
import { Person } from './person/person.ts';
import type { Seen } from './person/screen.ts';
import { Server, type ServerOptions } from './places.ts';
import type { Log } from './rest/log.ts';
import { Channel } from './world/channel.ts';
import { deleteMessage } from './world/messages.ts';
import { deleteChannel, updateThread } from './world/threads.ts';
import type { Violation, World } from './world/world.ts';

interface Parts {
  world: World;
  faults: Faults;
  gateway: Gateway;
  log: Log;
  stop: () => Promise<void>;
}

/** A whole Discord on this machine; see `index.ts`. */
export class Discord {
  readonly world: World;
  readonly gateway: Gateway;
  /** The latest requests, and counts by route. */
  readonly log: Log;
  readonly #faults: Faults;
  readonly #stop: () => Promise<void>;

  constructor({ world, faults, gateway, log, stop }: Parts) {
    this.world = world;
    this.gateway = gateway;
    this.log = log;
    this.#faults = faults;
    this.#stop = stop;
  }

  /** For DISCORD_API_URL, or `rest.api` of a client. */
  get url(): string {
    return `${this.world.url}/api`;
  }

  /** The bot's token. */
  get token(): string {
    return this.world.application.token;
  }

  /** The time here, in milliseconds since 1970; `later` puts it forward. */
  get now(): () => number {
    return this.world.clock.now;
  }

  get violations(): readonly Violation[] {
    return this.world.violations;
  }

  /** Somebody; with `bot`, somebody else's bot. */
  person(name: string, { bot = false }: { bot?: boolean } = {}): Person {
    return new Person(this.world, name, bot);
  }

  guild(options: ServerOptions = {}): Server {
    return new Server(this.world, options);
  }

  /** A DM among people, where the bot isn't: only an app that one of them has installed is there. */
  groupDm(...people: Person[]): Channel {
    const members = people.map(({ user }) => user);
    return this.world.channel({ type: ChannelType.GroupDM, name: 'group', members });
  }

  /** Waits until this many sessions are connected. */
  async ready(sessions = 1): Promise<void> {
    const there = () => (this.connected >= sessions ? true : undefined);
    if (!there())
      await this.gateway.ready.until(
        there,
        () => `${this.connected} of ${sessions} sessions came.`,
      );
  }

  /** How many sessions are connected. */
  get connected(): number {
    return [...this.gateway.sessions.values()].filter(({ socket }) => socket).length;
  }

  /** Lets time pass: tokens and links get old, who waits for a first response gives up, threads fall asleep. */
  later(minutes: number): void {
    this.world.clock.forward(minutes * 60_000);
    for (const interaction of this.world.interactions.values()) fail(this.world, interaction);
    for (const channel of this.world.channels.values())
      if (
        channel.isThread &&
        !channel.archived &&
        channel.quietSince(this.now()) >= channel.autoArchive
      )
        updateThread(this.world, channel, { archived: true });
  }

  /** Orders a misfortune for requests, such as `answers('POST /channels/:id/messages', { status: 500 })`. */
  answers(route: string, fault: Fault): void {
    this.#faults.answer(route, fault);
  }

  /** Orders how events are delivered, such as `delivers('INTERACTION_CREATE', { copies: 2 })`. */
  delivers(event: `${GatewayDispatchEvents}`, delivery: Delivery): void {
    this.#faults.deliver(event, delivery);
  }

  /** Calls off all misfortunes that have not happened yet. */
  calmsDown(): void {
    this.#faults.clear();
  }

  /** A moderator deletes a message, a thread or a channel. */
  deletes(what: Seen | Channel): void {
    if (what instanceof Channel) deleteChannel(this.world, what);
    else deleteMessage(this.world, what.message);
  }

  /** A moderator closes a thread, so that only they can open it again. */
  locks(thread: Channel): void {
    updateThread(this.world, thread, { archived: true, locked: true });
  }

  /** A thread falls asleep; the next message wakes it. */
  archives(thread: Channel): void {
    updateThread(this.world, thread, { archived: true });
  }

  /**
   * Forgets messages, threads, files and interactions, all or those from `before`, so that what a bot
   * keeps can be measured beside it.
   */
  forgets(before?: number): void {
    this.world.forget(before);
  }

  /** Throws where the bot broke a rule; `except` names rules that a test breaks on purpose. */
  expectNoViolations({ except = [] }: { except?: readonly string[] } = {}): void {
    const broken = this.violations.filter(({ rule }) => !except.includes(rule));
    if (broken.length === 0) return;
    const lines = broken
      .slice(0, 20)
      .map(({ rule, detail, route }) => `- ${rule}: ${detail} ${route}`);
    throw new Error(`${broken.length} of Discord's rules were broken:\n${lines.join('\n')}`);
  }

  /** Ends all connections and forgets everything. */
  async close(): Promise<void> {
    await this.#stop();
  }
}
