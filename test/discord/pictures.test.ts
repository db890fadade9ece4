import { readFileSync } from 'node:fs';
import { ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Seen } from '../servers/discord/person/screen.ts';
import { walk } from '../servers/discord/world/components.ts';
import { stage } from './support.ts';

const DRAFT = readFileSync(new URL('../../examples/statement.txt', import.meta.url), 'utf8');
let broken = false;
const on = stage(undefined, (app) => ({
  ...app,
  draw: (picture) => (broken ? Promise.reject(new Error('no drawing here')) : app.draw(picture)),
}));
const draft = { draft: { name: 'draft.txt', content: DRAFT } };
const names = ({ files }: Seen) => files.map(({ name }) => name);

function altIn({ message }: Seen): string {
  const galleries = [...walk(message.components)].map(({ component }) => component);
  const gallery = galleries.find(({ type }) => type === ComponentType.MediaGallery);
  return gallery?.items?.[0]?.description ?? '';
}

describe('the strip of a reviewed draft', () => {
  it('stands at the top of the first tab, with its alt text, and comes back with it', async () => {
    const { ana } = on;
    await ana.runs('/review', draft, { in: on.server.general });
    const glance = await ana.sees(/Your statement at a glance/);
    expect(names(glance)).toEqual(['strip.png']);
    expect(glance.files[0]?.size).toBeGreaterThan(10_000);
    expect(altIn(glance)).toMatch(/^Your draft as a strip: 375 words in 5 paragraphs/);
    await ana.clicks('To read and think about');
    expect(names(await ana.sees(/To think about/))).toEqual([]);
    await ana.clicks('At a glance');
    expect(names(await ana.sees(/Your statement at a glance/))).toEqual(['strip.png']);
  });
  it('is not drawn of what is no statement', async () => {
    const { ana } = on;
    const line = { draft: { name: 'draft.txt', content: 'I want to do IR.' } };
    await ana.runs('/review', line, { in: ana.dm });
    expect(names(await ana.sees(/Fix this first/))).toEqual([]);
  });
  it('is left out where the bot may send no files, and where it can’t be drawn', async () => {
    const { ana, server } = on;
    const room = server.channel('no-files', { botPermissions: ['ViewChannel', 'SendMessages'] });
    await ana.runs('/review', draft, { in: room });
    expect(names(await ana.sees(/Your statement at a glance/, { in: room }))).toEqual([]);
    broken = true;
    await ana.runs('/review', draft, { in: ana.dm });
    expect(names(await ana.sees(/Your statement at a glance/, { in: ana.dm }))).toEqual([]);
    broken = false;
    expect(on.logged.join('')).toMatch(/a picture was left out/);
  });
});

describe('the picture of what was counted', () => {
  it('stands in /progress from the second review on', async () => {
    const { ana } = on;
    await ana.runs('/progress', {}, { in: ana.dm });
    const figures = await ana.sees(/Your figures/);
    expect(names(figures)).toEqual(['progress.png']);
    expect(altIn(figures)).toMatch(/In your drafts \(3 reviews\): still in the last one: /);
    const ed = on.discord.person('Ed');
    await ed.runs('/review', draft, { in: ed.dm });
    await ed.sees(/Your statement at a glance/);
    await ed.runs('/progress', {}, { in: ed.dm });
    expect(names(await ed.sees(/Your figures/))).toEqual([]);
  });
});

describe('the picture of a session', () => {
  it('stands with the debrief of several answers, and is left out where it can’t be drawn', async () => {
    const answers = async (name: string) => {
      const ana = on.discord.person(name);
      await ana.runs('/interview', { rounds: 2 }, { in: ana.dm });
      for (const said of ['I put it off', 'I never tested myself']) {
        await ana.clicks('Answer');
        await ana.submits({ answer: `${said}, and that was my own decision in that year.` });
        await ana.sees(/to say \(aim/);
      }
      await ana.clicks('End');
      return ana.sees(/Debrief/);
    };
    const shown = await answers('Ben');
    expect(names(shown)).toContain('debrief.png');
    expect(altIn(shown)).toMatch(/^One interview: 2 answers/);
    broken = true;
    expect(names(await answers('Cleo'))).not.toContain('debrief.png');
    broken = false;
  });
});
