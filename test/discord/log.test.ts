import { DiscordAPIError, Events, RESTJSONErrorCodes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { App } from '../../src/app.ts';
import { traceOf } from '../../src/discord/failures.ts';
import { stage } from './support.ts';

/** A word that is in all that a person sends, and nowhere else. */
const CANARY = 'xylocarp';
const SAID = `My ${CANARY} score was a 204, and that was my own doing: I reread one book and tested nothing.`;
/** With it, the coach itself throws an error that holds the text, as a library may. */
const BREAKS = 'breakthecoach';
const A_DAY = 25 * 60;

const breaking =
  <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
  (...args: Args): Result => {
    const text = JSON.stringify(args);
    if (text.includes(BREAKS)) throw new Error(`can't read\n    at ${text} (a.ts:1:1)`);
    return work(...args);
  };
const fragile = (app: App): App => ({
  ...app,
  judged: {
    ...app.judged,
    review: breaking(app.judged.review),
    ask: breaking(app.judged.ask),
    prepare: breaking(app.judged.prepare),
  },
});
const on = stage(undefined, fragile);
const here = () => ({ in: on.server.general });
const draft = (content: string) => ({ name: `${CANARY}.txt`, content });

/** Whatever is written past the log. */
const written: string[] = [];
beforeAll(() => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
});
afterAll(() => {
  vi.restoreAllMocks();
});

function expectQuiet(lines: number): void {
  expect(on.logged.length).toBeGreaterThanOrEqual(lines);
  expect(on.logged.join('')).not.toContain(CANARY);
  expect(written.join('')).not.toContain(CANARY);
}

describe('no word of a person’s reaches the log', () => {
  it('from a command, a modal, an upload or a message’s menu', async () => {
    const { ana } = on;
    await ana.runs('/ask', { question: `should i delay ck ${CANARY}` }, here());
    await ana.sees(/From:/);
    await ana.runs('/review', { draft: draft(SAID) }, here());
    await ana.sees(/Fix this first/);
    await ana.runs('/review', { draft: draft(`\u0000${SAID}`) }, here());
    await ana.sees(/not text/);
    await ana.runs('/review', {}, here());
    await ana.submits({ first: SAID, second: SAID });
    await ana.sees(/Fix this first/);
    await ana.runsOn('Review as statement', await ana.writes(SAID, here()));
    await ana.sees(/Fix this first/);
    expectQuiet(1);
  });
  it('from what is typed, answered and pressed', async () => {
    const { ana } = on;
    await ana.writes(`should i delay ck ${CANARY}`, { in: ana.dm });
    await ana.sees(/From:/);
    await ana.writes(`should i delay ck ${CANARY}`, { ...here(), mention: true });
    await ana.sees(/From:/);
    await ana.runs('/interview', { rounds: 1 }, { in: ana.dm });
    await ana.sees(/Question 1 of 1/);
    await ana.writes(SAID);
    await ana.sees(/to say \(aim/);
    await ana.clicks('Try again');
    await ana.sees(/again\*\*/);
    await ana.clicks('Answer');
    await ana.submits({ answer: `${SAID} ${SAID}` });
    await ana.sees(/Against your last try/);
    await ana.clicks('End');
    await ana.sees(/Debrief/);
    expectQuiet(1);
  });
  it('when the coach throws an error that holds the text', async () => {
    const { ana } = on;
    const said = `${SAID} ${BREAKS}`;
    const REFERENCE = /give the server.s owner this reference/;
    await ana.runs('/ask', { question: said }, here());
    await ana.sees(REFERENCE);
    await ana.runs('/review', { draft: draft(said) }, here());
    await ana.sees(REFERENCE);
    await ana.writes(said, { in: ana.dm });
    await ana.sees(REFERENCE);
    await ana.runs('/interview', { rounds: 1 }, { in: ana.dm });
    await ana.sees(/Question 1 of 1/);
    await ana.clicks('Answer');
    await ana.submits({ answer: said });
    await ana.sees(REFERENCE);
    expectQuiet(5);
  });
  it('when Discord refuses what quotes it, or breaks off', async () => {
    const { ana } = on;
    const before = on.logged.length;
    const told = () => expect.poll(() => on.logged.length).toBeGreaterThan(before);
    for (const status of [400, 403, 500]) {
      on.discord.answers('PATCH /webhooks/:application/:token/messages/@original', {
        status,
        code: status === 400 ? RESTJSONErrorCodes.InvalidFormBodyOrContentType : 0,
        times: 8,
      });
      await ana.runs('/review', { draft: draft(SAID) }, here());
      await told();
      on.discord.calmsDown();
    }
    on.discord.answers('POST /channels/:id/messages', { status: 403, code: 50_007, in: ana.dm });
    await ana.clicks('Skip', { in: ana.dm });
    await ana.writes(SAID, { in: ana.dm });
    on.discord.calmsDown();
    expectQuiet(before + 1);
  });
  it('when an interview that was left alone can’t be told its end', async () => {
    const eve = on.discord.person('Eve');
    await eve.runs('/interview', { rounds: 2 }, { in: eve.dm });
    await eve.sees(/Question 1 of 2/);
    await eve.writes(SAID);
    await eve.sees(/to say \(aim/);
    on.discord.later(A_DAY);
    on.discord.answers('POST /channels/:id/messages', { status: 403, code: 50_013, in: eve.dm });
    await on.serving.closeIdle();
    on.discord.calmsDown();
    expectQuiet(1);
  });
  it('from what discord.js tells of itself', () => {
    const body = { files: [], body: { content: SAID } };
    const raw = { code: 50_035, message: `Invalid Form Body ${SAID}` };
    const error = new DiscordAPIError(raw, 50_035, 400, 'POST', `https://x/${CANARY}`, body);
    const { client } = on.serving;
    client.emit(Events.Error, error);
    client.emit(Events.ShardError, error, 0);
    client.emit(Events.Warn, SAID);
    client.emit(Events.Debug, SAID);
    expectQuiet(2);
  });
  it.each([
    ['lines that look like a place', new Error(`a\n    at ${CANARY} (b.ts:1:2)`)],
    ['the message alone', Object.assign(new Error(SAID), { stack: `Error: ${SAID}` })],
    ['no error at all', SAID],
  ])('from an error that is %s', (_, thrown) => {
    expect(JSON.stringify(traceOf(thrown))).not.toContain(CANARY);
  });
});
