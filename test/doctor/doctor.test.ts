import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Examined, examine } from '../../src/doctor/examine.ts';
import { wire } from '../../src/wire.ts';
import { run } from '../discord/process.ts';
import { type Discord, startDiscord } from '../servers/discord/index.ts';
import { type LocalModel, startModel } from '../servers/model.ts';
import { type Answer, transcriberHere } from '../servers/transcription.ts';

const READY = { say: JSON.stringify({ ready: true }) };

async function discordHere(options = {}): Promise<Discord> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

async function modelHere(...reply: Parameters<typeof startModel>): Promise<LocalModel> {
  const model = await startModel(...reply);
  onTestFinished(() => model.close());
  return model;
}

function folderHere(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** What the doctor finds with these settings, one line a finding. */
async function found(
  settings: Record<string, string>,
  patient: Parameters<typeof examine>[3] = {},
): Promise<{ healthy: boolean; lines: string[] }> {
  const config = readConfig({ STORE_URL: 'memory:', ...settings });
  const lines: string[] = [];
  const tell = ({ check, is, text }: Examined) => lines.push(`${is} ${check}: ${text}`);
  return { healthy: await examine(wire(config), config, tell, patient), lines };
}

const at = (discord: Discord) => ({
  DISCORD_API_URL: discord.url,
  DISCORD_TOKEN: discord.token,
});

describe('coach doctor', () => {
  it('says that all is well where it is, changes nothing and tells no secret', async () => {
    const discord = await discordHere();
    discord.guild();
    const model = await modelHere(() => READY);
    const folder = folderHere();
    const store = join(folder, 'store.sqlite');
    const settings = {
      STORE_URL: `sqlite:${store}`,
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: 'coach',
      OPENAI_API_KEY: 'sk-a-secret',
    };
    const first = run(['doctor'], settings, discord);
    expect([await first.ended, first.output()]).toEqual([
      0,
      expect.stringMatching(/All well\.\s*$/),
    ]);
    expect(existsSync(store)).toBe(false);
    const app = wire(readConfig(settings));
    await (await app.records<string>()).update('mine', () => 'kept');
    const { healthy, lines } = await found({ ...settings, ...at(discord) });
    expect(healthy).toBe(true);
    expect(lines.join('\n')).toMatch(/well store: It opens/);
    expect(await (await app.records()).keys('mine')).toEqual(['mine']);
    expect(await (await app.records()).keys('doctor')).toEqual([]);
    expect(discord.log.entries.filter(({ method }) => method !== 'GET')).toEqual([]);
    for (const text of [first.output(), lines.join()]) {
      expect(text).not.toContain(discord.token);
      expect(text).not.toContain('sk-a-secret');
    }
  });

  it('leaves with 1 where there is something to do, and says what', async () => {
    const doctor = run(['doctor'], {});
    expect(await doctor.ended).toBe(1);
    expect(doctor.output()).toMatch(/✗ token +DISCORD_TOKEN is not set. Copy/);
  });
});

describe('the doctor’s word on', () => {
  it('a token that Discord does not take is said once', async () => {
    const discord = await discordHere();
    const { healthy, lines } = await found({ ...at(discord), DISCORD_TOKEN: 'another' });
    expect(healthy).toBe(false);
    expect(
      lines.filter((line) => /^wrong token: DISCORD_TOKEN is not acc/.test(line)),
    ).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('wrong'))).toHaveLength(1);
  });
  it('permissions that a server did not give', async () => {
    const discord = await discordHere();
    discord.guild();
    discord.guild({ name: 'Night shift', botPermissions: ['ViewChannel', 'SendMessages'] });
    const { healthy, lines } = await found(at(discord));
    expect(healthy).toBe(false);
    expect(lines.join('\n')).toMatch(
      /wrong permissions: Missing in 1 of 2 servers \(Night shift: .*Create private threads.*\)\. Open the invite again there/,
    );
  });
  it('an intent that nobody needs', async () => {
    const { lines } = await found(at(await discordHere({ privileged: ['MessageContent'] })));
    expect(lines.join('\n')).toMatch(/out intents: The portal has message content switched on/);
  });
  it.each([
    ['ahead', 95_000, /wrong clock: It is 9\d s ahead of Discord’s\. Switch on/],
    ['behind', -3_600_000, /wrong clock: It is 3[56]\d\d s behind Discord’s/],
    ['right', 0, /well clock/],
  ])('a clock that is %s', async (_, off, what) => {
    const { lines } = await found(at(await discordHere()), { now: () => Date.now() + off });
    expect(lines.join('\n')).toMatch(what);
  });
  it.each([
    ['18.20.0', /wrong Node: This is 18\.20\.0.*Install 20\.19 or later/],
    ['20.18.1', /wrong Node/],
    ['20.19.0', /well Node/],
    ['24.1.0', /well Node/],
  ])('Node %s', async (node, what) => {
    expect((await found({}, { node })).lines.join('\n')).toMatch(what);
  });
  it('a store that can’t be opened, or whose folder is not there', async () => {
    const folder = folderHere();
    const missing = await found({ STORE_URL: `sqlite:${join(folder, 'no', 'store.sqlite')}` });
    expect(missing.lines.join('\n')).toMatch(/wrong store: The folder .*\/no can’t be written/);
    const odd = await found({ STORE_URL: `sqlite:${folder}` });
    expect(odd.lines.join('\n')).toMatch(
      /wrong store: STORE_URL names a file that can’t be opened/,
    );
  });
  it('a store that is encrypted, or is not yet, or was with another key', async () => {
    const STORE_URL = `sqlite:${join(folderHere(), 'store.sqlite')}`;
    const said = async (DATA_KEY: string) =>
      (await found({ STORE_URL, DATA_KEY })).lines.join('\n');
    const [key, other] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    await wire(readConfig({ STORE_URL })).records();
    expect(await said('')).toMatch(/out store: Not encrypted/);
    // To look at it twice does not encrypt it.
    for (const _ of [1, 2]) expect(await said(key)).toMatch(/well store: The next start encrypts/);
    await wire(readConfig({ STORE_URL, DATA_KEY: key })).records();
    expect(await said(key)).toMatch(/well store: Encrypted with DATA_KEY/);
    for (const wrong of ['', other]) expect(await said(wrong)).toMatch(/wrong store: .*DATA_KEY/);
  });
  it('a shard too few, and logins that are used up', async () => {
    const { lines } = await found({
      ...at(await discordHere({ shards: 4 })),
      SHARD_COUNT: '2',
    });
    expect(lines.join('\n')).toMatch(/out shards: SHARD_COUNT is 2, and Discord recommends 4/);
  });
});

describe('the doctor’s word on a model', () => {
  const said = async (url: string) =>
    (await found({ OPENAI_BASE_URL: url })).lines.filter((line) => / model:/.test(line)).join();
  it('that answers as it should', async () => {
    expect(await said((await modelHere(() => READY)).url)).toMatch(/^well model: gpt-4\.1 at 127/);
  });
  it('that does not answer in the shape asked for', async () => {
    const { url } = await modelHere(() => ({ say: 'Yes, I am ready!' }));
    expect(await said(url)).toMatch(/^wrong model: .*JSON shape asked for\. Choose a model/);
  });
  it('that fails', async () => {
    const { url } = await modelHere(() => ({ status: 500 }));
    expect(await said(url)).toMatch(/^wrong model: .*does not answer requests for OPENAI_MODEL/);
  });
  it('that nobody serves', async () => {
    expect(await said('http://127.0.0.1:9/v1')).toMatch(/^wrong model: 127\S+ can’t be reached/);
  });
  it('whose name or key the server does not know', async () => {
    const model = await modelHere(() => READY);
    model.lists(['llama3.1:8b', 'coach:latest']);
    expect(await said(model.url)).toMatch(/^wrong model: .*has no model gpt-4\.1\..*llama3\.1:8b/);
    model.lists(401);
    expect(await said(model.url)).toMatch(/^wrong model: .*does not accept OPENAI_API_KEY/);
  });
});

describe('the doctor’s word on a transcriber', () => {
  const said = async (answer: Answer) => {
    const { url, heard } = await transcriberHere(() => answer);
    const settings = { OPENAI_BASE_URL: url, OPENAI_TRANSCRIBE_MODEL: 'whisper-1' };
    const { lines } = await found(settings);
    return { said: lines.filter((line) => / transcriber:/.test(line)).join(), heard };
  };
  it('that listens, to half a second of silence', async () => {
    const one = await said({ json: { text: '' } });
    expect(one.said).toMatch(/^well transcriber: whisper-1 at 127\S+ listened/);
    expect(one.heard[0]?.file).toMatchObject({ type: 'audio/wav' });
    expect(one.heard[0]?.file.bytes.length).toBe(8_044);
    expect((await said({ json: { text: 'you' } })).said).toMatch(/^well transcriber/);
  });
  it('that fails, or can’t transcribe', async () => {
    expect((await said({ status: 500 })).said).toMatch(/^wrong transcriber: .*does not answer/);
    expect((await said({ status: 400 })).said).toMatch(/^wrong transcriber: .*can’t read/);
  });
  it('that is not set', async () => {
    expect((await found({})).lines.join('\n')).toMatch(/out transcriber: None is set/);
  });
});
