import { goThrough, type Patience, type Place, wrongWith } from '../discord/interviewee.ts';
import type { Discord, Server } from '../servers/discord/index.ts';

/** What became of the interviews that people went through. */
export interface Outcome {
  interviews: number;
  /** What was wrong, in words; empty where nothing was lost, doubled or stuck. */
  wrong: string[];
}

interface Told {
  outcome: Outcome;
  isWrong(what: string): void;
  isOver(): boolean;
}

/** A bot that is killed all the time is there for a third of it. */
const PATIENT: Patience = { tries: 300, within: 300_000 };
const KINDS = ['dm', 'thread', 'replies'] as const;

/** So many people at once go through one interview after the other until `isOver`, in all places where one can be held. */
export async function peopleOf(
  discord: Discord,
  server: Server,
  many: number,
  { outcome, isWrong, isOver }: Told,
): Promise<void> {
  let count = 0;
  const comeAndGo = async (i: number) => {
    while (!isOver()) {
      const kind = KINDS[(i + count) % KINDS.length] ?? 'dm';
      const person = discord.person(`Person ${++count}`);
      const wrong = await goThrough(person, placeOf(kind, person.dm, server, count), PATIENT).then(
        (debrief) => wrongWith(person, debrief),
        (error: Error) => [`stuck: ${error.message}`],
      );
      outcome.interviews++;
      for (const what of wrong) isWrong(`${person.name} in ${kind}: ${what}`);
    }
  };
  await Promise.all(Array.from({ length: many }, (_, i) => comeAndGo(i)));
}

function placeOf(
  kind: (typeof KINDS)[number],
  dm: Place['channel'],
  server: Server,
  count: number,
): Place {
  const name = `room-${count}`;
  const botPermissions = ['ViewChannel', 'SendMessages'] as const;
  switch (kind) {
    case 'dm':
      return { channel: dm, types: 'plainly' };
    case 'thread':
      return { channel: server.channel(name), types: 'with a mention' };
    case 'replies':
      return { channel: server.channel(name, { botPermissions }), types: 'not' };
  }
}
