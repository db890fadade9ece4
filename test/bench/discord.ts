import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type Discord, type Exchange, startDiscord } from '../servers/discord/index.ts';
import { ask, startBuiltBot, stopBuiltBot, told } from './built-bot.ts';

/**
 * `npm run bench:discord [PEOPLE] [TIMES] [REST]`: so many people interviewed at once in their DMs, so
 * many times one after the other, always other people, by the built bot in a process of its own,
 * with its store in a file, on a local Discord in this one. Prints for each time how long the
 * acknowledgements took, and what the bot holds once its garbage is collected; also after REST
 * seconds in which nothing happens.
 */
const PEOPLE = Number(process.argv[2] ?? 500);
const TIMES = Number(process.argv[3] ?? 3);
const REST = Number(process.argv[4] ?? 0);
const ANSWER =
  'It was a 204, and that was my own doing: I reread one book and tested nothing. Since then I do eighty questions a day, and Step 2 CK was a 246.';
const PATIENCE = 60_000;

/** What came of the presses: milliseconds to each acknowledgement, and how many had none. */
class Tally {
  readonly after: number[] = [];
  failed = 0;

  /** Whether it was acknowledged in time. */
  note({ failed, after }: Exchange): boolean {
    if (failed || after === undefined) this.failed++;
    else this.after.push(after);
    return !failed;
  }

  toString(): string {
    const sorted = this.after.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
    return `${sorted.length} acknowledged, median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms, failed ${this.failed}`;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'match-coach-'));
const discord = await startDiscord();
const bot = await startBuiltBot(discord, {
  STORE_URL: `sqlite:${join(folder, 'bench.sqlite')}`,
});

const [cpu] = cpus();
console.log(
  `node ${process.version}, ${cpus().length} × ${cpu?.model.trim()}, ${PEOPLE} people at once, ${TIMES} times`,
);
console.log(`before: ${told(await ask(bot))}`);
const all = new Tally();
for (let time = 1; time <= TIMES; time++) {
  const tally = new Tally();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: PEOPLE }, (_, i) => interviewed(discord, `P${time}-${i}`, tally)),
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const inside = await ask(bot);
  const each = (inside.cpu / tally.after.length).toFixed(2);
  console.log(`${time * PEOPLE}: ${seconds} s; ${tally}; ${each} ms CPU each; ${told(inside)}`);
  all.after.push(...tally.after);
  all.failed += tally.failed;
  discord.forgets();
}
console.log(`all: ${all}; violations ${discord.violations.length}`);
if (REST) {
  await after(REST * 1000);
  console.log(`after ${REST} s of rest: ${told(await ask(bot))}`);
}
await stopBuiltBot(bot);
await discord.close();
rmSync(folder, { recursive: true });

/** An interview of one question; whoever is not answered in time gives up, as people do. */
async function interviewed(place: Discord, name: string, tally: Tally): Promise<void> {
  const person = place.person(name);
  const within = { within: PATIENCE };
  if (!tally.note(await person.runs('/interview', { rounds: 1 }, { in: person.dm }))) return;
  await person.sees(/Question 1 of 1/, within);
  if (!tally.note(await person.clicks('Answer', within))) return;
  if (!tally.note(await person.submits({ answer: ANSWER }, PATIENCE))) return;
  const feedback = await person.sees(/to say \(aim/, within);
  if (!/Debrief/.test(feedback.text) && !tally.note(await person.clicks('End', within))) return;
  await person.sees(/\*\*Debrief\*\*/, { ...within, ever: true });
}
