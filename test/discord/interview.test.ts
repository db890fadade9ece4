import { describe, expect, it } from 'vitest';
import { type Someone, textOf, until } from '../servers/local-discord/person.ts';
import type { Channel } from '../servers/local-discord/world.ts';
import { stage } from './support.ts';

const ANSWER =
  'It was a 204, and that was my own doing: I reread one book and tested nothing. Since then I do eighty questions a day with every miss logged, and Step 2 CK was a 246.';

let ana: Someone;
let ben: Someone;
let cleo: Someone;
let server: Channel;
let bare: Channel;
let dm: Channel;
const on = stage((discord) => {
  ana = discord.person('Ana');
  ben = discord.person('Ben');
  cleo = discord.person('Cleo');
  server = discord.channel(discord.guild('IR hopefuls'));
  bare = discord.channel(discord.guild('Strict', 0n));
  dm = discord.dm(ben);
});
const rounds = (value: number) => [{ type: 4, name: 'rounds', value }];

describe('an interview in a server', () => {
  it('is held in a private thread, from question to debrief', async () => {
    await ana.runs('interview', server, rounds(1));
    const question = await ana.sees(/Question 1 of 1/);
    expect(on.discord.world.channels.get(question.channel)).toMatchObject({ type: 12 });
    await ana.sees(/for you alone/);
    expect(ben.screen().map(textOf).join()).not.toMatch(/Question 1/);
    await ana.clicks('Hint');
    await ana.sees(/\*\*Hint\*\*/);
    await ana.submits(await ana.clicks('Answer'), { answer: ANSWER });
    await ana.sees(/words, about .* to say/);
    await ana.clicks('End');
    const debrief = await ana.sees(/\*\*Debrief\*\*[\s\S]*Three drills/);
    const [file] = debrief.body.attachments;
    const transcript = on.discord.world.files.get(file.id);
    expect(new TextDecoder().decode(transcript?.bytes)).toContain('every miss logged');
  });
  it('is over then: its buttons say so', async () => {
    await ana.clicks('Skip');
    await ana.sees(/No interview of yours is open|interview is over/);
  });
  it('is held in replies that only the person sees where the bot may make no thread', async () => {
    await cleo.runs('interview', bare, rounds(1));
    const question = await cleo.sees(/Question 1 of 1[\s\S]*may not make a private thread/);
    expect(question.only).toBe(cleo.person.id);
    await cleo.submits(await cleo.clicks('Answer'), { answer: ANSWER });
    expect((await cleo.sees(/to say \(aim/)).only).toBe(cleo.person.id);
    await cleo.clicks('End');
    await cleo.sees(/\*\*Debrief\*\*/);
  });
});

describe('an interview in the DM', () => {
  it('takes what is typed for an answer, once, however often it is delivered', async () => {
    await ben.runs('interview', dm, rounds(3));
    await ben.sees(/Question 1 of 3/);
    const typed = ben.writes(ANSWER, dm);
    await ben.sees(/to say \(aim/);
    const before = ben.screen().length;
    on.discord.gateway.send('MESSAGE_CREATE', {
      ...(await import('../servers/local-discord/world.ts')).messageOf(on.discord.world, typed),
    });
    await ben.runs('help', dm);
    await ben.sees(/I never write a sentence for you/);
    expect(ben.screen().filter((m) => /to say \(aim/.test(textOf(m)))).toHaveLength(1);
    expect(ben.screen().length).toBeGreaterThan(before);
  });
  it('can be resumed by the command, and tried again with the difference shown', async () => {
    await ben.runs('interview', dm);
    await ben.sees(/You have an interview open/);
    await ben.clicks('Go on');
    await ben.sees(/again/);
    const seen = ben.screen().length;
    await ben.clicks('Try again');
    await until(() => ben.screen().length > seen, 'the question once more');
    await ben.submits(await ben.clicks('Answer'), { answer: `${ANSWER} ${ANSWER}` });
    await ben.sees(/Against your last try/);
  });
  it('answers a joke by asking again', async () => {
    ben.writes('lol idk', dm);
    await ben.sees(/doesn’t count/);
  });
  it('stops for somebody in trouble', async () => {
    ben.writes('honestly i just want to be dead', dm);
    await ben.sees(/988/);
  });
});
