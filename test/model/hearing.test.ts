import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { CallRecord } from '../../src/model/model.ts';
import { openHear } from '../../src/model/open.ts';
import { createSpending } from '../../src/model/spending.ts';
import { openStore } from '../../src/store/open.ts';
import { recordsIn } from '../../src/store/records.ts';
import { Unusable } from '../../src/unusable.ts';
import { type Answer, type Heard, transcriberHere } from '../servers/transcription.ts';
import { recording, SAID, VERBOSE } from '../sound/recording.ts';

const REFUSED = { status: 400, body: { error: { message: 'no', code: 'unsupported_value' } } };
const { words: _, ...SEGMENTS } = VERBOSE;

/** Sound of so many bytes whose header says that it takes a hundredth of a second. */
function claimingLittle(bytes: number): Uint8Array {
  const file = Buffer.alloc(bytes);
  file.write('RIFF....WAVEfmt ');
  file.writeUInt32LE(16, 16);
  file.writeUInt32LE(bytes * 100, 28);
  file.write('data', 36);
  file.writeUInt32LE(bytes, 40);
  return file;
}

/** The real client on a local server. */
async function hearing(
  answer: (heard: Heard, count: number) => Answer,
  environment: Record<string, string> = {},
) {
  const server = await transcriberHere(answer);
  const config = readConfig({
    OPENAI_BASE_URL: server.url,
    OPENAI_TRANSCRIBE_MODEL: 'whisper-1',
    STORE_URL: 'memory:',
    ...environment,
  });
  const store = openStore<never>(config.STORE_URL);
  const records = async () => recordsIn<never>(await store);
  const calls: CallRecord[] = [];
  const record = (call: CallRecord) => void calls.push(call);
  const listen = openHear({ config, records, now: Date.now, record });
  if (!listen) throw new Error('no transcriber');
  const hear = (bytes: Uint8Array = recording()) => listen(async () => bytes, { person: 'ada' });
  const spent = async () => (await createSpending(records, Date.now).of('ada'))?.tokens;
  return { server, hear, calls, spent };
}

describe('a recording', () => {
  it('arrives to the letter, named for its kind, and comes back as words and times', async () => {
    const { server, hear, calls, spent } = await hearing(() => ({ json: VERBOSE }));
    expect(await hear()).toEqual({
      value: {
        text: SAID,
        heard: { seconds: expect.closeTo(26.078, 2), pauses: [expect.anything()] },
      },
    });
    const [heard] = server.heard;
    expect(heard?.path).toBe('/v1/audio/transcriptions');
    expect(Buffer.from(heard?.file.bytes ?? []).equals(Buffer.from(recording()))).toBe(true);
    expect(heard?.file).toMatchObject({ name: 'answer.ogg', type: 'audio/ogg' });
    expect(heard).toMatchObject({
      model: 'whisper-1',
      format: 'verbose_json',
      granularities: ['word', 'segment'],
    });
    expect(heard?.prompt).toMatch(/\bum\b/i);
    expect(calls).toEqual([
      { task: 'transcribe', outcome: 'ok', milliseconds: expect.any(Number), tokens: 261 },
    ]);
    expect(await spent()).toBe(261);
  });
  it('has the pause where the words leave it', async () => {
    const { hear } = await hearing(() => ({ json: VERBOSE }));
    expect(await hear()).toMatchObject({
      value: { heard: { pauses: [{ at: 8.8, seconds: 2.9 }] } },
    });
  });
  it.each<[string, unknown, object]>([
    ['segments that show no gap tell of no pauses', SEGMENTS, { pauses: undefined }],
    [
      'segments with a gap tell of it',
      {
        ...SEGMENTS,
        segments: [
          { start: 0, end: 8.8 },
          { start: 11.7, end: 26 },
        ],
      },
      { pauses: [{ at: 8.8, seconds: 2.9 }] },
    ],
    [
      'words may stand in their segments',
      { text: SAID, segments: [{ start: 0, end: 26, words: VERBOSE.words }] },
      { pauses: [{ at: 8.8, seconds: 2.9 }] },
    ],
    [
      'times in other units are no times',
      {
        text: SAID,
        segments: [
          { start: 0, end: 26e9 },
          { start: 30e9, end: 40e9 },
        ],
      },
      { pauses: undefined },
    ],
    [
      'times that are none',
      { ...VERBOSE, words: 'none', segments: [{ start: null }] },
      { pauses: undefined },
    ],
    [
      'times that are all zero',
      { ...VERBOSE, words: VERBOSE.words.map((word) => ({ ...word, start: 0, end: 0 })) },
      { pauses: undefined },
    ],
    [
      'times of some words and not of others',
      { text: SAID, words: VERBOSE.words.slice(0, 3) },
      { pauses: undefined },
    ],
    ['the words alone', { text: SAID }, { pauses: undefined }],
  ])('%s', async (_name, json, heard) => {
    const { hear } = await hearing(() => ({ json }));
    const outcome = await hear();
    expect(outcome).toMatchObject({ value: { text: SAID } });
    expect('value' in outcome && outcome.value.heard).toMatchObject({
      seconds: expect.closeTo(26.078, 2),
      ...heard,
    });
  });
  it.each<[string, object, number | undefined]>([
    ['as a number', { duration: 26.08 }, 26.08],
    ['as text', { duration: '26.08' }, 26.08],
    ['as what is to be paid', { usage: { type: 'duration', seconds: 27 } }, 27],
    ['not at all', { duration: 0 }, undefined],
    ['as more than so few bytes can hold', { duration: 1e9 }, undefined],
  ])('that does not tell its own length has that of the server: %s', async (_, said, seconds) => {
    const { hear } = await hearing(() => ({ json: { text: SAID, ...said } }));
    const mp3 = Buffer.alloc(30_000, 'ID3\u0003 ');
    expect(await hear(mp3)).toMatchObject({ value: { heard: { seconds } } });
  });
  it('that claims to be short is paid for by what the server listened to', async () => {
    const { hear, spent } = await hearing(() => ({ json: { text: 'It was.', duration: 500 } }));
    await hear(claimingLittle(100_000));
    expect(await spent()).toBe(5_000);
  });
  it('is heard from a server that answers with bare text', async () => {
    const { hear } = await hearing(() => ({ text: `${SAID}\n` }));
    expect(await hear()).toMatchObject({ value: { text: SAID } });
  });
  it('is put more plainly to a server that knows less, which is asked so from then on', async () => {
    const { server, hear } = await hearing(({ format }) =>
      format === 'json' ? { json: { text: SAID, usage: { total_tokens: 300 } } } : REFUSED,
    );
    expect(await hear()).toMatchObject({ value: { text: SAID } });
    expect(await hear()).toMatchObject({ value: { text: SAID } });
    const asked = server.heard.map(({ format, granularities }) => [format, granularities.length]);
    expect(asked).toEqual([
      ['verbose_json', 2],
      ['verbose_json', 0],
      ['json', 0],
      ['json', 0],
    ]);
  });
  it('that nobody can read is not sent for ever, and costs nothing', async () => {
    const { server, hear, spent } = await hearing(() => REFUSED);
    expect(await hear()).toEqual({ failure: 'refused' });
    expect(server.heard.length).toBeLessThanOrEqual(4);
    expect(await spent()).toBe(0);
    server.answers(() => ({ json: VERBOSE }));
    expect(await hear()).toMatchObject({ value: { heard: { pauses: [{}] } } });
  });
});

describe('where it can’t be heard', () => {
  it.each<[string, Answer, string]>([
    ['the server fails', { status: 500 }, 'down'],
    ['it is over its limit', { status: 429, body: { error: { code: 'rate_limit' } } }, 'busy'],
    [
      'there is no such model',
      { status: 404, body: { error: { code: 'model_not_found' } } },
      'down',
    ],
    ['the file is too large for it', { status: 413 }, 'refused'],
    ['its body breaks off', 'half', 'down'],
    ['its body is none', { json: [] }, 'nonsense'],
    [
      'it says in the body that it went wrong',
      { json: { text: '', error: { code: 503 } } },
      'down',
    ],
    ['nothing was said', { json: { text: ' \n' } }, 'nonsense'],
    [
      'it made words up for silence',
      { json: { text: 'Thank you.', segments: [{ start: 0, end: 2, no_speech_prob: 0.97 }] } },
      'nonsense',
    ],
    [
      'it names sounds and no words',
      { json: { text: '[BLANK_AUDIO] (music playing)' } },
      'nonsense',
    ],
    [
      'it gave back what it was shown',
      { json: { text: 'Um, so, uh, I mean, it was, like, you know' } },
      'nonsense',
    ],
    [
      'it wrote more than fits into the time',
      { json: { text: 'and so '.repeat(400) } },
      'nonsense',
    ],
  ])('since %s, it is told in a word', async (_name, answer, failure) => {
    const { hear, calls, server } = await hearing(() => answer);
    expect(await hear()).toEqual({ failure });
    expect(server.heard.length).toBeLessThanOrEqual(3);
    expect(calls.map(({ outcome }) => outcome)).toEqual([failure]);
  });
  it('since no answer comes, it ends with its time', async () => {
    const { hear, calls } = await hearing(() => 'nothing', { OPENAI_DEADLINE_SECONDS: '1' });
    expect(await hear()).toEqual({ failure: 'slow' });
    expect(calls[0]).toMatchObject({ outcome: 'slow', tokens: 261 });
  });
  it('since the day’s share is spent, nothing is sent', async () => {
    const { hear, server } = await hearing(() => ({ json: VERBOSE }), {
      DAILY_TOKENS_PERSON: '400',
    });
    expect(await hear()).toMatchObject({ value: {} });
    expect(await hear()).toEqual({ failure: 'over-budget' });
    expect(server.heard).toHaveLength(1);
  });
  it('since its size tells of more than its header and than is left, nothing is sent', async () => {
    const { hear, server } = await hearing(() => ({ json: VERBOSE }), {
      DAILY_TOKENS_PERSON: '1000',
    });
    expect(await hear(claimingLittle(4_000_000))).toEqual({ failure: 'over-budget' });
    expect(server.heard).toEqual([]);
  });
  it('once, it is tried again', async () => {
    const { hear } = await hearing((_, n) => (n === 1 ? { status: 503 } : { json: VERBOSE }));
    expect(await hear()).toMatchObject({ value: { text: SAID } });
  });
  it.each([
    ['a text', new TextEncoder().encode('It was a 204.'), /no recording/],
    ['far too much', Buffer.concat([recording(), Buffer.alloc(11 * 1024 * 1024)]), /over 10 MB/],
  ])('since it is %s, it is told why, and nothing is sent', async (_name, bytes, why) => {
    const { hear, server, calls } = await hearing(() => ({ json: VERBOSE }));
    await expect(hear(new Uint8Array(bytes))).rejects.toThrow(why);
    await expect(hear(new Uint8Array(bytes))).rejects.toBeInstanceOf(Unusable);
    expect(server.heard).toEqual([]);
    expect(calls).toEqual([]);
  });
});

describe('a transcriber', () => {
  it('is none where no model is named for it', () => {
    const config = readConfig({ OPENAI_API_KEY: 'k' });
    expect(openHear({ config, records: async () => ({}) as never, now: Date.now })).toBeUndefined();
  });
  it('needs a server', () => {
    expect(() => readConfig({ OPENAI_TRANSCRIBE_MODEL: 'whisper-1' })).toThrow(/needs a server/);
  });
});
