import { describe, expect, it } from 'vitest';
import { answerLine } from '../../src/terminal/json.ts';
import { type Answer, transcriberHere } from '../servers/transcription.ts';
import { RECORDING, recording, SAID, VERBOSE } from '../sound/recording.ts';
import { coach, expectReadable, expectRefused, file, folder, jsonLines } from './support.ts';

const QUESTION = 'Tell me about your Step 1 score.';
const CRISIS = { json: { text: 'Honestly, I just want to be dead.' } };
const root = folder();

/** The settings of a machine with a transcriber that answers so. */
async function heardBy(answer: Answer = { json: VERBOSE }) {
  const server = await transcriberHere(() => answer);
  const env = { OPENAI_BASE_URL: server.url, OPENAI_TRANSCRIBE_MODEL: 'whisper-1' };
  return { server, env };
}
const answer = (path: string, env: Record<string, string>, ...more: string[]) =>
  coach(['answer', '--audio', path, '--question', QUESTION, ...more], { env });
/** Standard output as one paragraph. */
const flowing = (out: string) => out.replace(/\s+/g, ' ');

describe('coach answer --audio', () => {
  it('gives feedback with what only speech shows', async () => {
    const { server, env } = await heardBy();
    const { code, out, err } = await answer(RECORDING, env);
    expect([code, err]).toEqual([0, '']);
    expectReadable(out);
    const said = flowing(out);
    expect(said).toMatch(/I heard: “It was, um, a two oh four/);
    expect(said).toContain('62 words in 26 s (aim for 1 to 2 minutes), 143 a minute');
    expect(said).toContain('5 fillers (um 1, like 1, you know 1, uh 1, I mean 1), 11.5 a minute.');
    expect(said).toContain('1 long pause: 2.9 s at 0:08.');
    expect(said).toMatch(/Many filler words\. .* → Look at where they stand/);
    expect(Buffer.from(server.heard[0]?.file.bytes ?? []).equals(recording())).toBe(true);
  });
  it('is one JSON line with --json, of the shape that is promised', async () => {
    const { env } = await heardBy();
    const { code, out } = await answer(RECORDING, env, '--json');
    expect(code).toBe(0);
    const [line] = jsonLines(out).map((one) => answerLine.parse(one));
    expect(line).toMatchObject({ id: RECORDING, words: 62, seconds: 26, transcript: SAID });
    expect(line?.spoken).toMatchObject({
      seconds: 26.078,
      wordsPerMinute: 143,
      pauses: [{ at: 8.8, seconds: 2.9 }],
      notes: [{ flag: 'fillers' }],
    });
    for (const { quote, start, end } of line?.spoken?.fillers ?? [])
      expect(SAID.slice(start, end)).toBe(quote);
  });
  it('says null for what nobody could tell', async () => {
    const { env } = await heardBy({ json: { text: SAID } });
    const { out } = await answer(file(root, 'a.mp3', Buffer.from('ID3\u0003')), env, '--json');
    const [line] = jsonLines(out).map((one) => answerLine.parse(one));
    expect(line?.spoken).toMatchObject({ seconds: null, wordsPerMinute: null, pauses: null });
  });
  it('meets trouble with care and no feedback', async () => {
    const { env } = await heardBy(CRISIS);
    const { code, out } = await answer(RECORDING, env);
    expect(code).toBe(0);
    expect(out).toMatch(/988/);
    expect(out).not.toMatch(/to say|How you said it|I heard/);
  });
  it('says that it can’t listen where no transcriber is set', async () => {
    expectRefused(await answer(RECORDING, {}), /can’t listen here.*OPENAI_TRANSCRIBE_MODEL/);
  });
  it('says in a line what is missing or can’t be used', async () => {
    const { env } = await heardBy();
    const refused = async (args: string[], what: RegExp) =>
      expectRefused(await coach(['answer', ...args], { env }), what);
    await refused([], /add --json, or name a recording with --audio/);
    await refused(['--question', QUESTION], /goes with --audio/);
    await refused(['--audio', RECORDING], /Say what the recording answers/);
    const ask = ['--question', QUESTION];
    await refused(['--audio', 'no/such.ogg', ...ask], /There is no such file/);
    await refused(['--audio', root, ...ask], /Name the recording in it/);
    await refused(['--audio', file(root, 'a.txt', 'text'), ...ask], /no recording/);
  });
  it.each<[Answer, RegExp]>([
    [{ json: { text: '' } }, /make out no words/],
    [{ status: 413 }, /could not read that recording/],
  ])('takes a recording in which nothing can be heard for unusable input', async (said, why) => {
    const { env } = await heardBy(said);
    expectRefused(await answer(RECORDING, env), why);
  });
  it('fails with what to do where the transcriber does', async () => {
    const { env } = await heardBy({ status: 500 });
    const { code, out, complaints } = await answer(RECORDING, env);
    expect([code, out]).toEqual([1, '']);
    expect(complaints).toEqual([expect.stringMatching(/could not be reached.*or type it\.$/)]);
  });
});

describe('/say in an interview', () => {
  const interview = (lines: string[], env: Record<string, string>) =>
    coach(['interview', '--seed', '4', '--rounds', '2'], { input: lines.join('\n'), env });
  it('takes a recording for the answer', async () => {
    const { env } = await heardBy();
    const { code, out } = await interview([`/say ${RECORDING}`, '/end'], env);
    expect(code).toBe(0);
    expectReadable(out);
    expect(flowing(out)).toMatch(
      /I heard: “It was, um.*62 words in 26 s.*How you said it:.*Debrief 1 answered, 26 s on average\. 1 answer aloud: 143 words and 11\.5 fillers a minute\./,
    );
  });
  it('goes on where it could not be heard', async () => {
    const { env } = await heardBy({ status: 500 });
    const { code, out } = await interview([`/say ${RECORDING}`, '/say', SAID, '/end'], env);
    expect(code).toBe(0);
    const said = flowing(out);
    expect(said).toMatch(/could not be reached.*Name the recording: \/say PATH/);
    expect(said).toMatch(/62 words, about 27 s to say.*1 answered/);
  });
  it('meets trouble with care, and takes it all the same where that was wrong', async () => {
    const { env } = await heardBy(CRISIS);
    const { out } = await interview([`/say ${RECORDING}`, '/anyway', '/end'], env);
    expect(flowing(out)).toMatch(/988.*The interview can wait.*7 words in 26 s.*1 answered/);
  });
});
