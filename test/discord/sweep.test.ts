import pMap from 'p-map';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../servers/discord/index.ts';
import { goThrough, type Place, wrongWith } from './interviewee.ts';
import { stage } from './support.ts';

const FAULTS: Readonly<Record<string, Fault>> = {
  'fails once': { status: 500 },
  'fails once, after it did it': { status: 502, done: true },
  'asks for patience': { status: 429, retryAfter: 0.2 },
  'breaks off before it did it': { cut: true },
  'breaks off after it did it': { cut: true, done: true },
  'says nothing': { never: true },
  'says nothing, though it did it': { never: true, done: true },
};
const KINDS = ['thread', 'dm', 'replies'] as const;
/** As many at once as leave each an answer in time on a small machine. */
const AT_ONCE = 40;
const on = stage();
let people = 0;

/** Somebody new, in a channel of their own where the bot may make threads, or in their DM, or where it may not. */
function somebody(kind: (typeof KINDS)[number]) {
  const person = on.discord.person(`Person ${++people}`);
  const name = `room-${people}`;
  const botPermissions = ['ViewChannel', 'SendMessages'] as const;
  const place: Place = {
    thread: () => ({ channel: on.server.channel(name), types: 'with a mention' as const }),
    dm: () => ({ channel: person.dm, types: 'plainly' as const }),
    replies: () => ({
      channel: on.server.channel(name, { botPermissions }),
      types: 'not' as const,
    }),
  }[kind]();
  return { person, place };
}

const requests = () => [...on.discord.log.counts.values()].reduce((sum, n) => sum + n, 0);

describe('a whole interview, in a thread, in a DM and in replies', () => {
  it('is gone through once each, whichever request meets with whichever fault', async () => {
    const runs = [];
    for (const kind of KINDS) {
      const before = requests();
      const { person, place } = somebody(kind);
      expect(wrongWith(person, await goThrough(person, place))).toEqual([]);
      const count = requests() - before;
      expect(count).toBeGreaterThan(9);
      for (const [name, fault] of Object.entries(FAULTS))
        for (let after = 0; after < count; after++) runs.push({ kind, name, fault, after });
    }
    const wrong = await pMap(
      // Those that wait longest begin first.
      runs.sort((a, b) => Number(b.fault.never ?? false) - Number(a.fault.never ?? false)),
      async ({ kind, name, fault, after }) => {
        const { person, place } = somebody(kind);
        on.discord.answers('*', { ...fault, after, in: place.channel });
        const found = await goThrough(person, place).then(
          (debrief) => wrongWith(person, debrief),
          (error: Error) => [error.message],
        );
        return found.map((what) => `${kind}, request ${after} ${name}: ${what}`);
      },
      { concurrency: AT_ONCE },
    );
    expect(wrong.flat()).toEqual([]);
  }, 120_000);
  it('is gone through while the gateway drops, and each event comes twice', async () => {
    const { gateway } = on.discord;
    const twice = { copies: 2, times: Number.POSITIVE_INFINITY };
    on.discord.delivers('INTERACTION_CREATE', twice);
    on.discord.delivers('MESSAGE_CREATE', twice);
    const trouble = [
      () => gateway.cut(),
      () => gateway.askToReconnect(),
      () => gateway.invalidate(true),
    ];
    const wrong = await pMap(
      Array.from({ length: 20 }, (_, i) => KINDS[i % KINDS.length] ?? 'dm'),
      async (kind, i) => {
        // Not all in the same breath, so that each drop finds somebody at another point.
        await new Promise((resolve) => setTimeout(resolve, i * 250));
        if (i % 4 === 3) trouble[i % trouble.length]?.();
        const { person, place } = somebody(kind);
        const debrief = await goThrough(person, place);
        return wrongWith(person, debrief).map((what) => `${kind}: ${what}`);
      },
    );
    on.discord.calmsDown();
    expect(wrong.flat()).toEqual([]);
  }, 60_000);
});
