import { setTimeout as after } from 'node:timers/promises';
import { generator } from '../../src/coach/interview/random.ts';
import type { Discord } from '../servers/discord/index.ts';
import type { Doing } from './doing.ts';
import type { Entry } from './ledger.ts';
import { EVENTS_EACH, flood, visitOf } from './visits.ts';

/** The day as people live in it; times in milliseconds. */
export interface Day {
  discord: Discord;
  length: number;
  now(): number;
  note(entry: Entry): void;
}

/** As many people as share a server. */
const A_SERVER = 50;
/** A visit takes between a quarter and a half of the day, however fast the bot is. */
const [SHORTEST, LONGEST] = [0.25, 0.5];
/** One in five comes with a crowd: so many at a moment, within so long. */
const CROWDS = 8;
const CROWDED = 0.2;
const WITHIN = 2_000;
/** Nobody presses sooner than this after they have read, in milliseconds. */
const READING = 300;

/** Everybody's visits, under way; `broken` is told of each that could not go on. */
export function crowd(
  day: Day,
  people: number,
  events: number,
  broken: (why: string) => void,
): Promise<void>[] {
  const random = generator(1);
  const servers = Array.from({ length: Math.ceil(people / A_SERVER) }, (_, i) =>
    day.discord.guild({ name: `Server ${i}` }),
  );
  const times = Math.max(1, Math.round(events / people / EVENTS_EACH));
  return Array.from({ length: people }, async (_, i) => {
    const person = day.discord.person(`P${i}`);
    const doing = { person, flood: false, note: day.note, now: day.now };
    const channel = (servers[i % servers.length] as (typeof servers)[number]).general;
    const length = (SHORTEST + random() * (LONGEST - SHORTEST)) * day.length;
    const latest = day.length - length;
    const arrives =
      random() < CROWDED
        ? (Math.floor(random() * CROWDS) / CROWDS) * latest + random() * WITHIN
        : random() * latest;
    try {
      for (let time = 0; time < times; time++)
        await paced(
          visitOf(doing, channel, i),
          day,
          arrives + (time * length) / times,
          length / times,
        );
    } catch (error) {
      broken((error as Error).message.split('\n')[0] ?? '');
    }
  });
}

/** Does the next thing of a visit when its time has come, or as soon as what came before is over. */
async function paced(
  visit: AsyncGenerator,
  day: Day,
  begins: number,
  length: number,
): Promise<void> {
  for (let n = 0; ; n++) {
    const due = begins + (n * length) / EVENTS_EACH;
    await after(Math.max(n ? READING : 0, due - day.now()));
    if ((await visit.next()).done) return;
  }
}

/** Two hundred people of one server, fifty events a second, for so long. */
export async function floodOf(day: Day, length: number): Promise<void> {
  const [PEOPLE, EVERY] = [200, 20];
  const server = day.discord.guild({ name: 'The flood' });
  const crowded = Array.from({ length: PEOPLE }, (_, i) => day.discord.person(`F${i}`));
  server.add(...crowded);
  const began = day.now();
  const under: Promise<void>[] = [];
  for (let n = 0; n * EVERY < length; n++) {
    await after(Math.max(0, began + n * EVERY - day.now()));
    const person = crowded[n % PEOPLE] as (typeof crowded)[number];
    const doing: Doing = { person, flood: true, note: day.note, now: day.now };
    under.push(flood(doing, server.general, n));
  }
  await Promise.all(under);
}
