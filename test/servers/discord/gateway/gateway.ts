import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';
import type { Faults } from '../faults.ts';
import { socketOf } from '../rest/gateway.ts';
import { Waiting } from '../wait.ts';
import { shardOf } from '../world/ids.ts';
import { accountJson } from '../world/users.ts';
import type { Event, World } from '../world/world.ts';
import { Session } from './session.ts';
import { answerSocket } from './socket.ts';

/** Hands events to every client that should get them. */
export class Gateway {
  readonly sessions = new Map<string, Session>();
  readonly ready = new Waiting<void>();
  readonly #world: World;
  readonly #faults: Faults;
  #count = 0;
  /** Whether heartbeats are answered. */
  beats = true;
  /** Whether connections are taken. */
  open = true;
  /** How many connections were not taken. */
  refused = 0;
  /** Milliseconds between heartbeats that clients are told. */
  readonly heartbeat: number;

  constructor(world: World, faults: Faults, heartbeat: number) {
    this.#world = world;
    this.#faults = faults;
    this.heartbeat = heartbeat;
    world.tell = (event) => this.tell(event);
  }

  accept(socket: WebSocket): void {
    if (this.open) answerSocket(socket, this, this.#world);
    else {
      this.refused++;
      socket.terminate();
    }
  }

  /** Makes an event known; answers to how many connected sessions. */
  tell(event: Event): number {
    const delivery = this.#faults.forEvent(event.name);
    if (!delivery) return this.#tellNow(event);
    const { copies = 1, late = 0 } = delivery;
    const fixed = { ...event, data: once(event.data) };
    const again = () => Array.from({ length: copies }, () => this.#tellNow(fixed));
    if (late) setTimeout(again, late).unref();
    return late ? 0 : (again()[0] ?? 0);
  }

  #tellNow({ name, guild, intent, data }: Event): number {
    if (guild && !guild.hasBot && name !== 'INTERACTION_CREATE') return 0;
    const written = new Map<boolean, string>();
    let live = 0;
    for (const session of this.sessions.values()) {
      if (intent && !(session.intents & intent)) continue;
      if (shardOf(guild?.id, session.shards) !== session.shard) continue;
      const content = Boolean(session.intents & GatewayIntentBits.MessageContent);
      const json = written.get(content) ?? JSON.stringify(data(content));
      written.set(content, json);
      session.send(name, json);
      if (session.socket) live++;
    }
    return live;
  }

  begin(socket: WebSocket, shard: readonly [number, number], intents: number): Session {
    const id = `session-${++this.#count}`;
    const session = new Session(id, socket, shard, intents);
    this.sessions.set(id, session);
    const { application, url } = this.#world;
    const guilds = [...this.#world.guilds.values()].filter(
      (guild) => guild.hasBot && shardOf(guild.id, session.shards) === session.shard,
    );
    const ready = {
      v: 10,
      user: accountJson(application.user),
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: id,
      session_type: 'normal',
      resume_gateway_url: socketOf(url),
      shard,
      application: { id: application.id, flags: 0 },
    };
    session.send('READY', JSON.stringify(ready));
    if (intents & GatewayIntentBits.Guilds)
      for (const guild of guilds) session.send('GUILD_CREATE', JSON.stringify(guild.arrival()));
    this.ready.tell();
    return session;
  }

  /** Cuts every connection, without a word; sessions stay for a resume. */
  cut(): void {
    this.#each((socket) => socket.terminate());
  }

  /** Asks every client to connect anew. */
  askToReconnect(): void {
    this.#each((socket) => socket.send(JSON.stringify({ op: GatewayOpcodes.Reconnect, d: null })));
  }

  /** Declares every session invalid; those that aren't `resumable` are forgotten. */
  invalidate(resumable = false): void {
    this.#each((socket, session) => {
      if (!resumable) this.sessions.delete(session.id);
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: resumable }));
    });
  }

  /** Closes every connection with a code of Discord's. */
  close(code: number = GatewayCloseCodes.UnknownError): void {
    this.#each((socket) => socket.close(code));
  }

  #each(act: (socket: WebSocket, session: Session) => void): void {
    for (const session of [...this.sessions.values()])
      if (session.socket) act(session.socket, session);
  }
}

/** An event that is delivered later is as it was when it happened. */
function once(data: Event['data']): Event['data'] {
  const [open, closed] = [data(true), data(false)].map((d) => JSON.parse(JSON.stringify(d)));
  return (content) => (content ? open : closed);
}
