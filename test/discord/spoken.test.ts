import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pMap from 'p-map';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Serving } from '../../src/discord/serve.ts';
import type { Discord, Fault, Person, Seen } from '../servers/discord/index.ts';
import { startDiscord } from '../servers/discord/index.ts';
import { type Answer, type LocalTranscriber, startTranscriber } from '../servers/transcription.ts';
import { recording, SAID, timed, VERBOSE } from '../sound/recording.ts';
import { type Process, run } from './process.ts';
import { stage, start } from './support.ts';

const TYPED =
  'It was a 204, and that was my own doing: I reread one book and tested nothing. Since then I do eighty questions a day with every miss logged, and Step 2 CK was a 246.';
const FEEDBACK = /\(aim for 1 to 2 minutes\)/;
const HEARD = /I heard: “It was, um, a two oh four/;
const CRISIS = { json: { text: 'Honestly, I just want to be dead.' } };
/** Of its own, so that nothing else has it. */
const CANARY = 'xylocarp';

let transcriber: LocalTranscriber;
let store: string;
beforeAll(async () => {
  transcriber = await startTranscriber(() => ({ json: VERBOSE }));
  store = mkdtempSync(join(tmpdir(), 'spoken-'));
});
afterAll(async () => {
  await transcriber.close();
  rmSync(store, { recursive: true });
});
const settings = () => ({
  OPENAI_BASE_URL: transcriber.url,
  OPENAI_TRANSCRIBE_MODEL: 'whisper-1',
  OPENAI_DEADLINE_SECONDS: '4',
});
const on = stage(() => ({ ...settings(), STORE_URL: `sqlite:${join(store, 'store.sqlite')}` }));
const transcribes = (answer: Answer) => transcriber.answers(() => answer);
const well = () => transcribes({ json: VERBOSE });
beforeEach(well);

/** Somebody who is asked the first of three questions in their DM. */
async function asked(name: string): Promise<Person> {
  const person = on.discord.person(name);
  await person.runs('/interview', { rounds: 3 }, { in: person.dm });
  await person.sees(/Question 1 of 3/);
  return person;
}

const shown = (person: Person, what: RegExp, where = person.dm) =>
  person.screen(where).filter(({ text }) => what.test(text));

async function answers(person: Person, count: number): Promise<void> {
  await person.runs('/interview', {}, { in: person.dm });
  await person.sees(new RegExp(`with ${count} answer`));
}

describe('a voice message in the DM', () => {
  it('is the answer, and is told what only speech shows', async () => {
    const ana = await asked('Ana');
    ana.says(recording(), { seconds: 99 });
    const { text } = await ana.sees(HEARD);
    // By the recording, and not by what was said of it.
    expect(text).toContain('62 words in 26 s (aim for 1 to 2 minutes), 143 a minute');
    expect(text).toMatch(/\*\*How you said it\*\*\n5 fillers/);
    expect(text).toMatch(/1 long pause: 2\.9 s at 0:08\./);
    expect(text).toMatch(/\*\*Many filler words\*\*\n[\s\S]*→ Look at where they stand/);
    expect(text).toMatch(/Follow-up|Question 2 of 3/);
    const sent = Buffer.from(transcriber.heard.at(-1)?.file.bytes ?? []);
    expect(sent.equals(recording())).toBe(true);
  });
  it('is in the transcript and in the time of the debrief', async () => {
    const bea = await asked('Bea');
    bea.says(recording());
    await bea.sees(HEARD);
    await bea.clicks('End');
    const debrief = await bea.sees(
      /\*\*Debrief\*\*\n1 answer, 26 s on average\.\n1 answer aloud: 143 words and 11\.5 fillers/,
    );
    expect(debrief.files[0]?.text).toContain(SAID);
  });
  it('counts once, however often it is delivered', async () => {
    const cem = await asked('Cem');
    on.discord.delivers('MESSAGE_CREATE', { copies: 3 });
    cem.says(recording());
    await cem.sees(HEARD);
    await answers(cem, 1);
    expect(shown(cem, FEEDBACK)).toHaveLength(1);
  });
  it('may be a sound file', async () => {
    const dan = await asked('Dan');
    dan.writes('', { attachments: [{ name: 'take 3.ogg', content: recording() }] });
    await dan.sees(HEARD);
    dan.writes('here it is', { attachments: [{ name: 'two.ogg', content: recording() }] });
    await dan.sees(HEARD);
    await answers(dan, 2);
  });
  it('answers the question that was there, and what is typed meanwhile the next', async () => {
    const eli = await asked('Eli');
    transcribes({ json: VERBOSE, after: 700 });
    eli.says(recording());
    eli.says(recording());
    eli.writes(TYPED);
    await eli.sees(/36 words, about/);
    well();
    const told = shown(eli, FEEDBACK).map(({ text }) => /-# \d+ words/.exec(text)?.[0]);
    expect(told).toEqual(['-# 62 words', '-# 62 words', '-# 36 words']);
    await answers(eli, 3);
  });
  it('is not taken for the answer to another question', async () => {
    const fay = await asked('Fay');
    transcribes({ json: VERBOSE, after: 500 });
    fay.says(recording());
    await expect.poll(() => transcriber.heard.length).toBeGreaterThan(0);
    await fay.clicks('Skip');
    await fay.sees(/That question has passed/);
    well();
    await answers(fay, 0);
  });
  it('without an interview is a question', async () => {
    const gil = on.discord.person('Gil');
    gil.writes('does shadowing count', {
      in: gil.dm,
      attachments: [{ name: 'a.ogg', content: '' }],
    });
    await gil.sees(/From:/);
    transcribes({ json: { text: 'Should I push my step two CK date back?' } });
    gil.says(recording(), { in: gil.dm });
    const { text } = await gil.sees(/From:/);
    expect(text).toMatch(/I heard: “Should I push my step two CK date back\?”/);
  });
  it('that asks for help is met with care, and nothing is quoted', async () => {
    const hal = await asked('Hal');
    transcribes(CRISIS);
    hal.says(recording());
    const care = await hal.sees(/988[\s\S]*The interview can wait/);
    expect(care.text).not.toMatch(/I heard|dead/);
    await hal.clicks('It was my answer');
    await hal.sees(/7 words in 26 s/);
    hal.says(recording(), { in: hal.dm });
    await hal.sees(/988/);
    const ivo = on.discord.person('Ivo');
    ivo.says(recording(), { in: ivo.dm });
    expect((await ivo.sees(/988/)).text).not.toMatch(/I heard|dead/);
    ivo.writes('honestly i just want to be dead', {
      attachments: [{ name: 'a.ogg', content: recording() }],
    });
    await ivo.sees(/988/);
  });
});

describe('a voice message in an interview’s thread', () => {
  let question: Seen;
  it('is heard where it replies to the bot', async () => {
    await on.ana.runs('/interview', { rounds: 3 }, { in: on.server.general });
    question = await on.ana.sees(/Question 1 of 3/);
    on.ana.says(recording(), { replyTo: question });
    await on.ana.sees(HEARD, { in: question.channel });
  });
  it('is else told how, since Discord keeps it from the bot', async () => {
    const before = transcriber.heard.length;
    on.ana.says(recording(), { in: question.channel });
    await on.ana.sees(/I can only listen here to what replies to me/, { in: question.channel });
    expect(transcriber.heard).toHaveLength(before);
  });
  it('may be a sound file with a mention', async () => {
    on.ana.writes('', {
      in: question.channel,
      mention: true,
      attachments: [{ name: 'take.ogg', content: recording() }],
    });
    await on.ana.sees(HEARD, { in: question.channel });
  });
});

describe('a recording that can’t be heard', () => {
  it.each<[string, Answer, RegExp]>([
    ['since the server fails', { status: 500 }, /could not be reached, so I have not heard that/],
    ['since it is busy', { status: 429 }, /too much to listen to/],
    ['since it breaks off', 'half', /could not be reached, so I have not/],
    ['in time', 'nothing', /took too long/],
  ])('%s is listened to again when asked, and counts once', async (name, answer, told) => {
    const kim = await asked(`Kim ${name}`);
    transcribes(answer);
    kim.says(recording());
    const first = await kim.sees(told);
    await kim.clicks('Listen again');
    const second = await kim.sees(told);
    expect(second.id).not.toBe(first.id);
    await expect.poll(() => shown(kim, told)).toHaveLength(1);
    well();
    await kim.clicks('Listen again');
    await kim.sees(HEARD);
    await expect.poll(() => shown(kim, told)).toHaveLength(0);
    await answers(kim, 1);
  });
  it.each<[string, Answer, RegExp]>([
    ['has no words', { json: { text: '' } }, /could make out no words/],
    ['can’t be read', { status: 400 }, /could not read that recording/],
    ['comes back as nonsense', { json: [] }, /could make out no words/],
  ])('since it %s is asked for again, and what is typed then is the answer', async (name, answer, told) => {
    const lea = await asked(`Lea ${name}`);
    transcribes(answer);
    lea.says(recording());
    await lea.sees(told);
    well();
    lea.writes(TYPED);
    await lea.sees(/36 words, about/);
    await answers(lea, 1);
  });
  it('is listened to again once, however often the button is pressed', async () => {
    const uli = await asked('Uli');
    transcribes({ status: 500 });
    uli.says(recording());
    await uli.sees(/have not heard that/);
    well();
    await Promise.all([uli.clicks('Listen again'), uli.clicks('Listen again')]);
    await uli.sees(HEARD);
    await expect.poll(() => shown(uli, /have not heard that/)).toHaveLength(0);
    await answers(uli, 1);
    expect(shown(uli, FEEDBACK)).toHaveLength(1);
  });
  it('is no answer to a later question when it is listened to again, nor is what asked one', async () => {
    const vic = on.discord.person('Vic');
    transcribes({ status: 500 });
    vic.says(recording(), { in: vic.dm });
    const asking = await vic.sees(/have not heard that/);
    await vic.runs('/interview', { rounds: 3 }, { in: vic.dm });
    await vic.sees(/Question 1 of 3/);
    vic.says(recording());
    const answering = await vic.sees(/have not heard that/);
    vic.writes(TYPED);
    await vic.sees(/36 words, about/);
    well();
    const before = transcriber.heard.length;
    await vic.clicks('Listen again', { on: answering });
    await vic.sees(/That question has passed/);
    expect(transcriber.heard).toHaveLength(before);
    await vic.clicks('Listen again', { on: asking });
    await vic.sees(HEARD);
    await answers(vic, 1);
  });
  it.each(['me.mp4', 'answer.aac'])('as %s is none that I know is told so', async (name) => {
    const wes = await asked(`Wes ${name}`);
    wes.writes('', { attachments: [{ name, content: 'It was a 204.' }] });
    await wes.sees(/no recording that I can listen to/);
  });
  it('is listened to again for nobody else', async () => {
    const here = { in: on.server.general };
    const ned = on.discord.person('Ned');
    await ned.runs('/help', {}, here);
    on.ana.writes('does shadowing count', { ...here, mention: true });
    const answered = await on.ana.sees(/From:/);
    transcribes({ status: 500 });
    on.ana.says(recording(), { replyTo: answered });
    const told = await on.ana.sees(/have not heard that/);
    await ned.clicks('Listen again', { on: told });
    await ned.sees(/Only who recorded it/);
    expect(shown(on.ana, HEARD, here.in)).toEqual([]);
  });
  it('since Discord does not give it is listened to again when asked', async () => {
    const kai = await asked('Kai');
    on.discord.answers('GET /attachments/:id/:name', { status: 500 });
    kai.says(recording());
    await kai.sees(/couldn’t fetch that file/);
    on.discord.calmsDown();
    await kai.clicks('Listen again');
    await kai.sees(HEARD);
    await answers(kai, 1);
  });
  it('and is none, or is gone, is told so', async () => {
    const mia = await asked('Mia');
    const before = transcriber.heard.length;
    mia.writes('', { attachments: [{ name: 'answer.ogg', content: 'It was a 204.' }] });
    await mia.sees(/no recording that I can listen to/);
    const large = Buffer.alloc(11 * 1024 * 1024);
    mia.writes('', { attachments: [{ name: 'answer.wav', content: large }] });
    await mia.sees(/over 10 MB/);
    expect(transcriber.heard).toHaveLength(before);
    transcribes({ status: 500 });
    const said = mia.says(recording());
    await mia.sees(/could not be reached/);
    mia.deletes(said);
    await mia.clicks('Listen again');
    await mia.sees(/That recording is gone/);
  });
  it('filler and jokes are heard, and do not count', async () => {
    const ned = await asked('Ned');
    transcribes({ json: { text: 'Lol, um, idk.' } });
    ned.says(recording());
    await ned.sees(/I heard: “Lol, um, idk\.”[\s\S]*doesn’t count/);
    well();
    await answers(ned, 0);
  });
});

describe('a voice message and a bot that goes', () => {
  type Begin<Bot> = (discord: Discord, environment: Record<string, string>) => Promise<Bot>;
  const here: Begin<Serving> = (discord, environment) => start(discord, undefined, environment);
  const inProcess: Begin<Process> = async (discord, environment) => {
    const bot = run(['start'], environment, discord);
    await bot.prints(/Serving Discord/);
    return bot;
  };
  const PATIENT = { OPENAI_DEADLINE_SECONDS: '60' };

  /** A Discord for one test, somebody who is asked there, and a store that outlives a bot. */
  async function elsewhere<Bot>(begin: Begin<Bot>, more: Record<string, string> = {}) {
    const folder = mkdtempSync(join(tmpdir(), 'away-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const discord = await startDiscord();
    onTestFinished(() => discord.close());
    const { general } = discord.guild();
    const kept = { ...settings(), STORE_URL: `sqlite:${join(folder, 'store.sqlite')}` };
    const first = await begin(discord, { ...kept, ...more });
    const zoe = discord.person('Zoe');
    await zoe.runs('/help', {}, { in: general });
    await zoe.runs('/interview', { rounds: 3 }, { in: zoe.dm });
    await zoe.sees(/Question 1 of 3/);
    const comesBack = async () => {
      const after = await start(discord, undefined, kept);
      onTestFinished(() => after.stop());
    };
    return { zoe, first, comesBack };
  }
  const listening = (already: number) =>
    expect.poll(() => transcriber.heard.length).toBeGreaterThan(already);

  it('is heard when the bot is back, where it was away', async () => {
    const { zoe, first, comesBack } = await elsewhere(here);
    await first.stop();
    zoe.says(recording());
    await comesBack();
    await zoe.sees(HEARD);
  });
  it('is heard when it is back, where it died while it listened', async () => {
    const { zoe, first, comesBack } = await elsewhere(inProcess, PATIENT);
    const already = transcriber.heard.length;
    transcribes('nothing');
    zoe.says(recording());
    await listening(already);
    first.child.kill('SIGKILL');
    await first.ended;
    well();
    await comesBack();
    await zoe.sees(HEARD);
    await answers(zoe, 1);
  });
  it('can be listened to again when it is back, where it was stopped while it listened', async () => {
    const { zoe, first, comesBack } = await elsewhere(here, PATIENT);
    const already = transcriber.heard.length;
    transcribes('nothing');
    zoe.says(recording());
    await listening(already);
    await first.stop();
    await zoe.sees(/took too long/);
    well();
    await comesBack();
    await zoe.clicks('Listen again');
    await zoe.sees(HEARD);
    await answers(zoe, 1);
  });
});

describe('a voice message, whichever request meets with whichever fault', () => {
  const FAULTS: Readonly<Record<string, Fault>> = {
    'fails once': { status: 500 },
    'fails once, after it did it': { status: 502, done: true },
    'breaks off before it did it': { cut: true },
    'breaks off after it did it': { cut: true, done: true },
    'says nothing': { never: true },
  };
  /** What somebody with all patience does: what was not heard is listened to again. */
  async function saysIt(person: Person): Promise<void> {
    person.says(recording(), { in: person.dm });
    for (let tries = 0; tries < 5; tries++) {
      const { text } = await person.sees(/I heard:|have not heard|couldn’t fetch/, {
        within: 25_000,
      });
      if (HEARD.test(text)) return;
      await person.clicks('Listen again');
    }
    throw new Error('It was not heard, five times.');
  }
  it('is heard, and counts once', async () => {
    well();
    const sweep = Object.entries(FAULTS).flatMap(([name, fault]) =>
      [0, 1, 2, 3].map((after) => ({ name, fault, after })),
    );
    const wrong = await pMap(sweep, async ({ name, fault, after }) => {
      const person = await asked(`${name} ${after}`);
      on.discord.answers('*', { ...fault, after, in: person.dm });
      on.discord.answers('GET /attachments/:id/:name', { ...fault, after });
      try {
        await saysIt(person);
        await answers(person, 1);
        return shown(person, FEEDBACK).length === 1 ? [] : [`${name} ${after}: shown twice`];
      } catch (error) {
        return [`${name} ${after}: ${(error as Error).message}`];
      }
    });
    on.discord.calmsDown();
    expect(wrong.flat()).toEqual([]);
  }, 90_000);
});

describe('what is said', () => {
  /** All that lies in the store, as it lies there. */
  const stored = () =>
    Buffer.concat(readdirSync(store).map((name) => readFileSync(join(store, name))));
  it('is kept until the debrief, and its sound nowhere', async () => {
    const text = `${SAID} It was a ${CANARY}.`;
    transcribes({ json: { ...VERBOSE, text, words: timed(text, 0, 26) } });
    const oda = await asked('Oda');
    oda.says(recording());
    await oda.sees(HEARD);
    expect(stored().includes(CANARY)).toBe(true);
    const sound = Buffer.from(recording());
    for (let at = 100; at < sound.length - 48; at += 1_500) {
      const piece = sound.subarray(at, at + 48);
      for (const form of ['latin1', 'base64', 'hex'] as const)
        expect(stored().includes(Buffer.from(piece.toString(form), 'latin1'))).toBe(false);
    }
    await oda.clicks('End');
    await oda.sees(/\*\*Debrief\*\*/);
    await oda.runs('/privacy show');
    await oda.sees(/No open interview/);
    await oda.runs('/privacy export');
    const { files } = await oda.sees(/./);
    expect(files.map(({ text }) => text).join()).not.toContain(CANARY);
  });
  it('reaches no log, but that it was listened to does', () => {
    const log = on.logged.join('');
    expect(log).toMatch(/"task":"transcribe","outcome":"ok"/);
    expect(log).toMatch(/"task":"transcribe","outcome":"slow"/);
    for (const word of [CANARY, 'two oh four', 'OggS', 'voice-message', 'want to be dead'])
      expect(log).not.toContain(word);
  });
});
