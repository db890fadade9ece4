import { setTimeout as after } from 'node:timers/promises';
import type { Channel, Exchange, Person } from '../servers/discord/index.ts';
import { Seen } from '../servers/discord/person/screen.ts';
import { type Entry, readAs } from './ledger.ts';

/** How long anybody waits for what comes of something, in milliseconds: the longest that a model may take, and some. */
const BOUND = 60_000;
/** How often they look, in milliseconds. */
const LOOK = 50;

/** Until when somebody who writes was told to wait, after the day began; and for how long they are. */
const told = new WeakMap<Person, number>();
const WAITS = 30_000;

/** Somebody with the entries that they make. */
export interface Doing {
  person: Person;
  flood: boolean;
  note(entry: Entry): void;
  /** Milliseconds since the day began. */
  now(): number;
}

/** Presses or runs something, and waits until it is answered. `judged`: a model is asked as well. */
export async function press(
  { flood, note, now }: Doing,
  kind: string,
  judged: boolean,
  act: () => Promise<Exchange>,
): Promise<Seen | undefined> {
  const when = now();
  const exchange = await act();
  const acknowledged = exchange.after;
  const entry = { kind, flood, when, acknowledged };
  if (exchange.failed) {
    note({ ...entry, came: 'unanswered' });
    return undefined;
  }
  // A modal is itself what comes of it.
  if (exchange.acknowledged === 'Modal') {
    note({ ...entry, done: now() - when, came: 'answered' });
    return undefined;
  }
  const seen = await look(() => {
    const { reply } = exchange;
    // What somebody did twice is answered by taking the second answer away.
    if (exchange.interaction.original?.deleted) return exchange;
    return reply && !reply.thinking && !/ …$/.test(reply.text) ? reply : undefined;
  });
  const text = seen instanceof Seen ? seen.text : '';
  const came = seen ? readAs(text, judged) : ({ came: 'unanswered' } as const);
  note({ ...entry, done: now() - when, ...came });
  return seen instanceof Seen ? seen : undefined;
}

/** Writes something to the bot, and waits for its reply. */
export async function write(
  { person, flood, note, now }: Doing,
  kind: string,
  text: string,
  channel: Channel,
): Promise<void> {
  const when = now();
  const { message } = person.writes(text, { in: channel, mention: channel !== person.dm });
  const replied = await look(() =>
    [...channel.messages.values()].findLast(
      ({ reply, content, components }) =>
        reply === message && Boolean(content || components.length),
    ),
  );
  // An answer that grows ends with the passages that it rests on.
  const whole =
    replied && (await look(() => (/ …$/.test(new Seen(replied).text) ? undefined : replied)));
  // Whoever was told to wait is told it once, and goes on writing all the same.
  const waits = when < (told.get(person) ?? 0);
  const silence = { came: waits ? 'asked to wait' : 'unanswered' } as const;
  const came = whole ? readAs(new Seen(whole).text, true) : silence;
  if (whole && came.came === 'asked to wait') told.set(person, when + WAITS);
  note({ kind, flood, when, done: whole && now() - when, ...came });
}

async function look<Found>(find: () => Found | undefined): Promise<Found | undefined> {
  const until = performance.now() + BOUND;
  for (;;) {
    const found = find();
    if (found !== undefined || performance.now() > until) return found;
    await after(LOOK);
  }
}
