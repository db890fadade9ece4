import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { all, idOf, partsOf, rangeOf, xml } from '../documents/helpers/word.ts';
import type { Seen } from '../servers/discord/index.ts';
import { stage, start } from './support.ts';

const ROOT = new URL('../../', import.meta.url);
const TEXT = readFileSync(new URL('examples/statement.txt', ROOT), 'utf8');
const WORD = readFileSync(new URL('test/documents/shapes/tracked.docx', ROOT));
const on = stage();
const BUTTON = 'Give me the draft back with comments';

async function given({ files, ephemeral }: Seen) {
  expect(ephemeral).toBe(true);
  expect(files.map(({ name }) => name)).toEqual(['draft-with-comments.docx']);
  const parts = await partsOf(files[0]?.bytes ?? new Uint8Array());
  const document = xml(parts.get('word/document.xml'));
  const comments = all(xml(parts.get('word/comments.xml')), 'comment');
  return { document, comments, quotes: comments.map((one) => rangeOf(document, idOf(one))) };
}

describe('a reviewed draft is given back with comments', () => {
  it('as the Word file that it came in, to the person alone', async () => {
    const { ana, server } = on;
    await ana.runs(
      '/review',
      { draft: { name: 'xylocarp.docx', content: WORD } },
      { in: server.general },
    );
    await ana.sees(/Your statement at a glance/);
    await ana.clicks(BUTTON);
    const { document, comments, quotes } = await given(
      await ana.sees(/Your file as it was, with \d comments/),
    );
    expect(quotes[0]).toMatch(/^The school changed the order of the courses that year, nobody/);
    expect(comments[0]?.textContent).toMatch(/The result is put on others/);
    // What was tracked is tracked still.
    expect(all(document, 'del').length).toBeGreaterThan(5);
  });
  it('as a Word file of its own where it was pasted, from any tab, and more than once', async () => {
    const { ana } = on;
    await ana.runs('/review', {}, { in: ana.dm });
    await ana.submits({ first: TEXT.slice(0, 1_000), second: TEXT.slice(1_000) });
    await ana.sees(/Your statement at a glance/);
    await ana.clicks('To read and think about');
    const tab = await ana.sees(/To think about/);
    for (const _ of [1, 2]) {
      await ana.clicks(BUTTON, { on: tab });
      const { quotes } = await given(await ana.sees(/A Word file of your text/));
      expect(TEXT).toContain(quotes[0]);
    }
  });
  it('until the bot forgets it', async () => {
    const { ana } = on;
    await ana.runs('/review', { draft: { name: 'draft.txt', content: TEXT } }, { in: ana.dm });
    await ana.sees(/Your statement at a glance/);
    await on.serving.stop();
    on.serving = await start(on.discord);
    await on.discord.ready();
    await ana.clicks(BUTTON);
    await ana.sees(/I have forgotten that draft by now; review it again/);
  });
  it('without a word of it, or its name, in the log', () => {
    expect(on.logged.join('')).not.toMatch(/xylocarp|Okafor|draft-with/);
  });
});
