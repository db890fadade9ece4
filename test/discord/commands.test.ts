import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Someone, textOf } from '../servers/local-discord/person.ts';
import type { Channel } from '../servers/local-discord/world.ts';
import { stage } from './support.ts';

const DRAFT = readFileSync(new URL('../../examples/statement.txt', import.meta.url), 'utf8');

let ana: Someone;
let server: Channel;
let dm: Channel;
const on = stage((discord) => {
  ana = discord.person('Ana');
  server = discord.channel(discord.guild('IR hopefuls'));
  dm = discord.dm(ana);
});

describe('commands', () => {
  it('are registered at the start, each once', () => {
    const names = [...on.discord.world.commands.values()].map(({ name }) => name);
    expect(names.sort()).toEqual(
      ['Review as statement', 'ask', 'help', 'interview', 'privacy', 'progress', 'review'].sort(),
    );
  });
});

describe('/ask', () => {
  const question = (value: string) => [{ type: 3, name: 'question', value }];
  it('answers in the channel with its sources, and shows the passages', async () => {
    await ana.runs('ask', server, question('should i delay step 2 ck'));
    const answer = await ana.sees(/Delay, that is/);
    expect(answer.only).toBeUndefined();
    expect(textOf(answer)).toMatch(/From:/);
    await ana.clicks('Show the passages');
    await ana.sees(/1\. Step 2 CK: Your Critical Second Chance/);
  });
  it('answers in private where that is wanted', async () => {
    const only = { type: 5, name: 'private', value: true };
    await ana.runs('ask', server, [...question('who should write my letters'), only]);
    expect((await ana.sees(/US-based IR attendings/)).only).toBe(ana.person.id);
  });
  it('meets somebody in trouble with care and nothing else', async () => {
    await ana.runs('ask', dm, question('i want to kill myself over this score'));
    const care = await ana.sees(/988/);
    expect(textOf(care)).not.toMatch(/From:|kill myself/);
  });
});

describe('/review', () => {
  it('opens a modal, and reviews what is pasted into its two fields', async () => {
    const opened = await ana.runs('review', server);
    const seam = DRAFT.indexOf('\n\n', 800);
    await ana.submits(opened, { first: DRAFT.slice(0, seam), second: DRAFT.slice(seam) });
    const glance = await ana.sees(/Your statement at a glance/);
    expect(glance.only).toBe(ana.person.id);
    expect(textOf(glance)).toMatch(/Fix this first[\s\S]*> The school changed the order/);
    await ana.clicks('To read and think about');
    await ana.sees(/To think about/);
  });
  it('reads a file that is uploaded with the command or in the modal', async () => {
    await ana.runs('review', dm, [], { 'draft.txt': new TextEncoder().encode(DRAFT) });
    await ana.sees(/Your statement at a glance/);
    const opened = await ana.runs('review', server);
    await ana.submits(opened, {}, { 'draft.md': new TextEncoder().encode(DRAFT) });
    await ana.sees(/Your statement at a glance/);
  });
  it('says in one sentence what is wrong with a file', async () => {
    await ana.runs('review', dm, [], { 'empty.txt': new TextEncoder().encode('  ') });
    await ana.sees(/There is no text in this file/);
  });
  it('reads a posted draft from the message’s menu', async () => {
    const posted = ana.writes(DRAFT, server);
    await ana.runsOn('Review as statement', posted, server);
    await ana.sees(/Your statement at a glance/);
  });
  it('leaves nothing of a draft in the log', () => {
    expect(on.logged.join('')).not.toMatch(/Okafor|Essex County/);
  });
});

describe('/progress and /privacy', () => {
  it('show figures, give a copy, and erase all of it', async () => {
    await ana.runs('progress', dm);
    await ana.sees(/Your figures[\s\S]*reviews/);
    await ana.runs('privacy', dm, [{ type: 1, name: 'export', options: [] }]);
    const copy = await ana.sees(/All that I keep of you, as JSON/);
    expect(copy.body.attachments).toHaveLength(1);
    await ana.runs('privacy', dm, [{ type: 1, name: 'erase', options: [] }]);
    await ana.sees(/can’t be undone/);
    await ana.clicks('Erase all of it');
    await ana.sees(/I keep nothing of you now/);
    await ana.runs('privacy', dm, [{ type: 1, name: 'show', options: [] }]);
    await ana.sees(/No figures\./);
  });
});

describe('a question without a command', () => {
  it('is answered in the DM, and where the bot is mentioned', async () => {
    ana.writes('how many programs should i apply to', dm);
    await ana.sees(/Apply broadly/);
    ana.writes(`<@${on.discord.world.application.id}> should i take a research year`, server);
    const answer = await ana.sees(/dedicated research year/);
    expect(answer.channel).toBe(server.id);
  });
  it('may follow up the one before', async () => {
    const answer = await ana.sees(/dedicated research year/);
    ana.writes('and is that worth it for me?', server, answer);
    await ana.sees(/research year|research fellowship/);
  });
});
