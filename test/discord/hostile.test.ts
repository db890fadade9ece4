import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, quotation } from '../../src/discord/views/plain.ts';
import type { Seen } from '../servers/discord/index.ts';
import { stage } from './support.ts';

/** What Discord would make something of, each in words that are quoted back. */
const HOSTILE =
  '**bold** ||hidden|| <t:1700000000:R> <:pan:123> :tada: @everyone <@1> </ask:1> [x](https://evil.example) https://evil.example discord.gg/abc ```code';
const on = stage();

/** Discord's own marks that are left once each `\` has taken its character with it. */
const marksLeft = (text: string) =>
  text.replace(/\\[^\p{L}\p{N}\s]/gu, '').match(/[*_~`|<>[\]()@#:/]/g) ?? [];

/** The lines of a quotation on the screen that hold what was written. */
function quoted({ text }: Seen): string[] {
  return text.split('\n').filter((line) => line.startsWith('> ') && line.includes('everyone'));
}

function expectPlain(seen: Seen): void {
  const lines = quoted(seen);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(marksLeft(line.slice(2))).toEqual([]);
  expect(seen.pings).toEqual([]);
  // As it is read, it is what was written.
  expect(seen.reads).toContain('@everyone <@1> </ask:1> [x](https://evil.example)');
}

describe('what is quoted back is a quotation, whatever is in it', () => {
  it('of a draft', async () => {
    const draft = `I held the wire and the bleeding stopped, and I want to do this.\n\nMy Step 1 score is 201 because the school ${HOSTILE} never taught us for it.\n\nI want to work in my county.`;
    await on.ana.runs('/review', { draft: { name: 'draft.txt', content: draft } });
    const glance = await on.ana.sees(/Fix this first/);
    if (!quoted(glance).length) await on.ana.clicks(/^The rest|quoted$/);
    expectPlain(await on.ana.sees(/everyone/, { ever: true }));
  });
  it('of a question', async () => {
    await on.ana.runs('/ask', { question: `should i delay ck ${HOSTILE}` });
    expectPlain(await on.ana.sees(/everyone/));
  });
  it('of an answer in an interview', async () => {
    await on.ana.runs('/interview', { rounds: 1, situation: 'low-step-1' });
    await on.ana.sees(/Question 1 of 1/);
    await on.ana.clicks('Answer');
    await on.ana.submits({
      answer: `My school never taught us for the boards, and the professors there did not care at all. It was their fault that ${HOSTILE} they gave us no time to prepare. I was not happy about it, and I told them so in the spring when my score came out.`,
    });
    expectPlain(await on.ana.sees(/everyone/));
  });
});

describe('a person’s text, of any characters', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(fc.constantFrom(...'*_~`|<>[]()@#:/\\-+. 1a\n\r\u2028\u200b\u202e'), {
      maxLength: 40,
    }),
  );
  const written = any.map((text) => (typeof text === 'string' ? text : text.join('')));
  it('keeps no mark of Discord’s in force, and begins no list', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(marksLeft(plain(text))).toEqual([]);
        expect(plain(text)).not.toMatch(/^\s*(?:[-+*]|\d+\.)\s/m);
      }),
      { numRuns: 1_000 },
    );
  });
  it('is a quotation on each line, of no more than one blank line at a time', () => {
    fc.assert(
      fc.property(written, (text) => {
        const lines = quotation(text).split('\n');
        expect(lines.filter((line) => line && !line.startsWith('> '))).toEqual([]);
        expect(quotation(text)).not.toMatch(/\n> *\n> *\n/);
      }),
      { numRuns: 1_000 },
    );
  });
});
