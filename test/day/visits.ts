import { DRAFT } from '../model/support.ts';
import type { Channel, Exchange } from '../servers/discord/index.ts';
import { type Doing, press, write } from './doing.ts';
import { ANSWERS, draft, QUESTIONS } from './words.ts';

/** One thing after the other that somebody does; each waits for the one before it. */
export type Visit = AsyncGenerator<void, void, void>;

/** How many events each kind of visit is. */
export const EVENTS_EACH = 10;

const pick = <One>(list: readonly One[], i: number): One => list[i % list.length] as One;

/** An interview of three questions, in the DM or in a thread of a server; then their progress. */
async function* interviewed(doing: Doing, channel: Channel, i: number): Visit {
  const { person } = doing;
  const rounds = { rounds: 4 };
  yield;
  const begun = await press(doing, '/interview', false, () =>
    person.runs('/interview', rounds, { in: channel }),
  );
  const thread = /<#(\d+)>/.exec(begun?.text ?? '')?.[1];
  const place = (thread && channel.guild?.channels.get(thread)) || channel;
  const there = { in: place, within: 20_000 };
  for (const round of [0, 1, 2]) {
    yield;
    await press(doing, 'Answer', false, () => person.clicks('Answer', there));
    yield;
    await press(doing, 'an answer', true, () =>
      person.submits({ answer: pick(ANSWERS, i + round) }, 20_000),
    );
  }
  yield;
  await press(doing, 'Hint', false, () => person.clicks('Hint', there));
  yield;
  await press(doing, 'End', true, () => person.clicks('End', there));
  yield;
  await press(doing, '/progress', false, () => person.runs('/progress', {}, { in: channel }));
}

/** Questions in a channel, by the command and by a mention. */
async function* asking(doing: Doing, channel: Channel, i: number): Visit {
  const { person } = doing;
  for (let turn = 0; turn < 9; turn++) {
    const question = pick(QUESTIONS, i + turn);
    yield;
    if (turn % 3 === 2) await write(doing, 'a mention', `${question}?`, channel);
    else await press(doing, '/ask', true, () => person.runs('/ask', { question }, { in: channel }));
  }
  yield;
  await press(doing, '/help', false, () => person.runs('/help', {}, { in: channel }));
}

/** Questions in the DM. */
async function* writing(doing: Doing, _: Channel, i: number): Visit {
  const { person } = doing;
  for (let turn = 0; turn < 9; turn++) {
    yield;
    await write(doing, 'a DM', pick(QUESTIONS, i + turn), person.dm);
  }
  yield;
  await press(doing, '/privacy show', false, () =>
    person.runs('/privacy show', {}, { in: person.dm }),
  );
}

/** A draft that is mended and sent again, with questions between. */
async function* reviewing(doing: Doing, channel: Channel, i: number): Visit {
  const { person } = doing;
  const run = (kind: string, judged: boolean, act: () => Promise<Exchange>) =>
    press(doing, kind, judged, act);
  for (const turn of [0, 1, 2]) {
    const file = { name: 'draft.txt', content: draft(DRAFT, i + turn) };
    yield;
    await run('/review', true, () => person.runs('/review', { draft: file }, { in: channel }));
    yield;
    const question = pick(QUESTIONS, i + turn);
    await run('/ask', true, () => person.runs('/ask', { question }, { in: channel }));
    yield;
    await run('/progress', false, () => person.runs('/progress', {}, { in: channel }));
  }
  yield;
  await run('/help', false, () => person.runs('/help', {}, { in: channel }));
}

/** What person `i` comes for: of twenty, eight are interviewed in their DM and two in a server. */
export function visitOf(doing: Doing, channel: Channel, i: number): Visit {
  const kind = i % 20;
  if (kind < 8) return interviewed(doing, doing.person.dm, i);
  if (kind < 10) return interviewed(doing, channel, i);
  if (kind < 15) return asking(doing, channel, i);
  return kind < 18 ? writing(doing, channel, i) : reviewing(doing, channel, i);
}

/** Somebody of a crowd that asks as fast as the bot lets them. */
export async function flood(doing: Doing, channel: Channel, i: number): Promise<void> {
  const question = pick(QUESTIONS, i);
  if (i % 2) await write(doing, 'a mention', `${question}?`, channel);
  else
    await press(doing, '/ask', true, () =>
      doing.person.runs('/ask', { question }, { in: channel }),
    );
}
