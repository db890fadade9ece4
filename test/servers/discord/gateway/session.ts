import { GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';

/** Events that are kept for a client that resumes. */
const KEPT = 5_000;

/** A client's connection to one shard; it outlives its socket, so that it can be resumed. */
export class Session {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  readonly intents: number;
  socket: WebSocket | undefined;
  #sequence = 0;
  #kept: Array<{ sequence: number; text: string }> = [];

  constructor(id: string, socket: WebSocket, shard: readonly [number, number], intents: number) {
    this.id = id;
    this.socket = socket;
    [this.shard, this.shards] = shard;
    this.intents = intents;
  }

  /** `json` is the payload, written out. */
  send(name: string, json: string): void {
    const sequence = ++this.#sequence;
    const text = `{"op":${GatewayOpcodes.Dispatch},"t":"${name}","s":${sequence},"d":${json}}`;
    this.#kept.push({ sequence, text });
    if (this.#kept.length > 2 * KEPT) this.#kept.splice(0, KEPT);
    this.socket?.send(text);
  }

  /** Sends again all after `sequence`; false where that is no longer kept. */
  replay(sequence: number): boolean {
    if (sequence > this.#sequence || sequence < (this.#kept[0]?.sequence ?? 1) - 1) return false;
    for (const event of this.#kept) if (event.sequence > sequence) this.socket?.send(event.text);
    return true;
  }
}
