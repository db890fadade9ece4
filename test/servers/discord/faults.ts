import type { GatewayDispatchEvents } from 'discord.js';
import { shapeOf } from './rest/route.ts';
import type { Channel } from './world/channel.ts';

/** What a request gets in place of its answer. */
export interface Fault {
  /** An HTTP status, such as 429 or 500. */
  status?: number;
  /** Discord's code in the answer; 0 by default. */
  code?: number;
  /** Of a 429: seconds until the next try. */
  retryAfter?: number;
  /** Of a 429: it concerns all routes. */
  global?: boolean;
  /** No answer at all, until this Discord closes. */
  never?: boolean;
  /** The connection breaks off. */
  cut?: boolean;
  /** The request arrives this many milliseconds late. */
  slow?: number;
  /** The answer comes this many milliseconds late. */
  late?: number;
  /** The body comes a byte at a time, so many milliseconds apart. */
  trickles?: number;
  /** What is asked is done all the same: only the answer is lost. */
  done?: boolean;
  /** How many requests get it; 1 by default. */
  times?: number;
  /** So many requests pass before it. */
  after?: number;
  /** Only what concerns this channel or a thread in it, interactions there included. */
  in?: Channel;
}

/** How an event is delivered. */
export interface Delivery {
  /** This many times; 2 is a doubled event, 0 a lost one. */
  copies?: number;
  /** This many milliseconds late, so that others overtake it. */
  late?: number;
  /** How many events get it; 1 by default. */
  times?: number;
}

interface Armed<Kind> {
  on: string;
  pass: number;
  left: number;
  in?: Channel | undefined;
  what: Kind;
}

/** Misfortunes that a test has ordered. */
export class Faults {
  #requests: Array<Armed<Fault>> = [];
  #events: Array<Armed<Delivery>> = [];

  /** `route` as in `POST /channels/:id/messages`, whatever its parameters are called; `*` is every route. */
  answer(route: string, fault: Fault): void {
    const { times = 1, after = 0, in: place } = fault;
    this.#requests.push({ on: shapeOf(route), pass: after, left: times, in: place, what: fault });
  }

  deliver(event: `${GatewayDispatchEvents}`, delivery: Delivery): void {
    this.#events.push({ on: event, pass: 0, left: delivery.times ?? 1, what: delivery });
  }

  /** `channel` is where the request belongs, if to one. */
  forRequest(route: string, channel?: Channel): Fault | undefined {
    return take(this.#requests, shapeOf(route), channel);
  }

  forEvent(name: string): Delivery | undefined {
    return take(this.#events, name);
  }

  clear(): void {
    this.#requests = [];
    this.#events = [];
  }
}

function take<Kind>(armed: Array<Armed<Kind>>, on: string, channel?: Channel): Kind | undefined {
  for (const fault of armed) {
    const meant = fault.on === on || fault.on === '*';
    if (!meant || fault.left === 0 || !isIn(fault.in, channel)) continue;
    if (fault.pass > 0) {
      fault.pass--;
      continue;
    }
    fault.left--;
    return fault.what;
  }
  return undefined;
}

const isIn = (place: Channel | undefined, channel: Channel | undefined) =>
  !place || channel === place || channel?.parent === place;
