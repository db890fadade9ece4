import type { APIInteraction } from 'discord.js';
import type { Logger } from 'pino';
import type { Records } from '../store/records.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { traceOf } from './failures.ts';
import { isGone, type Owner, SELF } from './owner.ts';

/** What a person did that is to be answered, and all it takes to do so after a stop. */
export interface Act {
  person: string;
  /** Undefined in a DM. */
  guild?: string | undefined;
  /** As it was delivered, and how it is acknowledged. */
  interaction?: { delivered: APIInteraction; how: Acknowledgement } | undefined;
  /** The channel of a message, whose id the act's is; what it says stays on Discord. */
  channel?: string | undefined;
}

/** An act that was accepted and is not answered yet. */
export interface Accepted extends Act {
  by: Owner;
  /** Until then, milliseconds since 1970, whoever took it on is believed to be at it. */
  until: number;
  /** How often it was taken on. */
  tries: number;
}

/** Keeps what was accepted until it is answered, so that it is answered whatever becomes of this process. */
export interface Accepting {
  /** Keeps an act; resolves to false where somebody is at it already. */
  accept(id: string, act: Act): Promise<boolean>;
  /** What this process accepted is answered. */
  settle(id: string, person: string): Promise<void>;
  /** The act that is being done again after a stop: what it changed may have been kept already. */
  again(id: string): Accepted | undefined;
  /** The names of all acts that wait for an answer, oldest first. */
  left(): Promise<Left[]>;
  /**
   * Takes on an act of ours that nobody is at any more. Resolves to when to ask again, milliseconds
   * since 1970, where somebody may be.
   */
  takeOn(left: Left, isOurs: (act: Accepted) => boolean): Promise<Accepted | number | undefined>;
  /** Forgets what a person did, but for one act. */
  forget(person: string, but: string): Promise<void>;
  close(): void;
}

export interface Left {
  id: string;
  person: string;
}

const PREFIX = 'accepted:';
const keyOf = (id: string, person: string) => `${PREFIX}${person}:${id}`;

/** Whose process is gone on another machine is found out after this long; in milliseconds. */
const LEASE = 10_000;
/** How often a process says that it is still at what it took on; in milliseconds. */
const BEAT = 4_000;
/** Nobody waits longer for this than so many milliseconds: without a store it is done all the same. */
const WITHIN = 1_000;
/** An act that ended this many processes is left alone: it would end the next. */
const MOST_TRIES = 20;

/** `records`: those of the store. `now`: milliseconds since 1970. */
export function createAccepting(
  records: Records<Accepted>,
  log: Logger,
  now: () => number,
): Accepting {
  /** What this process is at, by the name of its record; resolves to whether that is kept, and ours. */
  const underWay = new Map<string, Promise<boolean>>();
  const again = new Map<string, Accepted>();
  const mine = () => ({ by: SELF, until: now() + LEASE });
  const quietly = async (work: () => Promise<unknown>) => {
    try {
      await work();
      return true;
    } catch (error) {
      log.warn(traceOf(error), 'what was accepted is not kept');
      return false;
    }
  };
  const beat = setInterval(() => {
    for (const key of underWay.keys())
      void quietly(() => records.update(key, (one) => (isMine(one) ? { ...one, ...mine() } : one)));
  }, BEAT);
  beat.unref();
  return {
    async accept(id, act) {
      const key = keyOf(id, act.person);
      let others = false;
      const kept = quietly(() =>
        records.update(key, (before) => {
          others = before !== undefined;
          return before ?? { ...act, ...mine(), tries: 1 };
        }),
      ).then((done) => done && !others);
      underWay.set(key, kept);
      await atMost(WITHIN, kept);
      if (others) underWay.delete(key);
      return !others;
    },
    async settle(id, person) {
      const key = keyOf(id, person);
      const kept = underWay.get(key);
      underWay.delete(key);
      again.delete(id);
      // Where it took too long to ask, another may have been at it.
      if (await kept) await quietly(() => records.delete(key));
    },
    again: (id) => again.get(id),
    async left() {
      const names = (await records.keys(PREFIX)).map((key) => key.slice(PREFIX.length).split(':'));
      const all = names.map(([person = '', id = '']) => ({ person, id }));
      return all.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    },
    async takeOn({ id, person }, isOurs) {
      const key = keyOf(id, person);
      let found: Accepted | number | undefined;
      await records.update(key, (one) => {
        found = undefined;
        if (!one || !isOurs(one)) return one;
        const { by, until, tries } = one;
        if (!isGone(by) && until > now()) {
          found = until;
          return one;
        }
        if (tries >= MOST_TRIES) return undefined;
        found = { ...one, ...mine(), tries: tries + 1 };
        return found;
      });
      if (typeof found === 'object') {
        underWay.set(key, Promise.resolve(true));
        again.set(id, found);
      }
      return found;
    },
    async forget(person, but) {
      for (const key of await records.keys(keyOf('', person)))
        if (key !== keyOf(but, person)) await records.delete(key);
    },
    close: () => clearInterval(beat),
  };
}

const isMine = (one: Accepted | undefined): one is Accepted => one?.by.start === SELF.start;

/** Resolves with the work, or when it takes too long. */
async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
