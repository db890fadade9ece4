import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../src/discord/invite.ts';
import type { Channel, Person } from '../servers/discord/index.ts';
import { USUAL } from '../servers/discord/world/permissions.ts';
import { stage } from './support.ts';

const on = stage();
const QUESTION = 'should i take a research year';
const ANSWER = /dedicated research year/;

/** Whether somebody who mentions the bot there is answered, and a follow-up in its light. */
async function answers(person: Person, where: Channel): Promise<'all' | 'the first' | 'none'> {
  const soon = { in: where, within: 1_500 };
  await person.writes(QUESTION, { in: where, mention: true });
  const answer = await person.sees(ANSWER, soon).catch(() => undefined);
  if (!answer) return 'none';
  await person.writes('and is that worth it?', { replyTo: answer });
  return person.sees(ANSWER, soon).then(
    () => 'all',
    () => 'the first',
  );
}

/** Where somebody's interview is held, and its end told with a transcript. */
async function interviews(person: Person, where: Channel): Promise<'thread' | 'replies'> {
  await person.runs('/interview', { rounds: 1 }, { in: where });
  const question = await person.sees(/Question 1 of 1/);
  await person.clicks('Answer', { on: question });
  await person.submits({ answer: 'It was a 204, and that was my own doing: I tested nothing.' });
  const feedback = await person.sees(/to say \(aim/);
  if (!/Debrief/.test(feedback.text)) await person.clicks('End', { on: feedback });
  expect((await person.sees(/Debrief/)).files).toHaveLength(1);
  return question.ephemeral ? 'replies' : 'thread';
}

describe('the permissions that the invite asks for', () => {
  it('are those that the bot has in the other tests, and are in the link', () => {
    expect(PERMISSIONS.toArray().sort()).toEqual([...USUAL].sort());
    const link = new URL(on.serving.invite);
    expect(BigInt(link.searchParams.get('permissions') ?? '')).toBe(PERMISSIONS.bitfield);
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
  });
  it.each([
    [undefined, 'all', 'thread'],
    ['ViewChannel', 'none', 'replies'],
    ['SendMessages', 'none', 'thread'],
    ['SendMessagesInThreads', 'all', 'replies'],
    ['CreatePrivateThreads', 'all', 'replies'],
    ['AttachFiles', 'all', 'replies'],
    ['ReadMessageHistory', 'the first', 'thread'],
  ] as const)('without %s: a mention is answered %s, an interview held in %s', async (without, answered, held) => {
    const botPermissions = USUAL.filter((one) => one !== without);
    const server = on.discord.guild({ name: `Without ${without}`, botPermissions });
    const person = on.discord.person(`Ana without ${without}`);
    server.add(person);
    expect(await answers(person, server.general)).toBe(answered);
    expect(await interviews(person, server.general)).toBe(held);
  });
});
