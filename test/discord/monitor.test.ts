import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { Unusable } from '../../src/unusable.ts';
import { wire } from '../../src/wire.ts';
import { startModel } from '../servers/model.ts';
import { ANSWERS } from './interviewee.ts';
import { type Stage, stage, start } from './support.ts';

/** What takes a moment may take longer on a busy machine. */
const SOON = { timeout: 20_000 };
const on = stage(() => ({ METRICS_PORT: '0' }));

const portOf = ({ logged }: Pick<Stage, 'logged'>) =>
  (JSON.parse(logged.find((line) => line.includes('"msg":"metrics"')) ?? '{}') as { port: number })
    .port;
const ask = (path: string) => fetch(`http://127.0.0.1:${portOf(on)}${path}`);
const metrics = async () => (await ask('/metrics')).text();

describe('metrics', () => {
  it('count what people do, and hold nothing of theirs', async () => {
    const ben = on.discord.person('Ben');
    await ben.runs('/interview', { rounds: 3 }, { in: on.server.general });
    const { channel } = await ben.sees(/Question 1 of 3/);
    await ben.clicks('Answer');
    await ben.submits({ answer: ANSWERS[0] });
    await ben.sees(/to say \(aim/);
    ben.writes('should i push my step 2 ck date back', { in: ben.dm });
    await ben.sees(/From:/, { in: ben.dm });
    const text = await metrics();
    for (const line of [
      'match_coach_events_received_total{kind="command",name="interview"} 1',
      'match_coach_events_received_total{kind="modal",name="answer"} 1',
      'match_coach_events_received_total{kind="message",name="message"} 1',
      'match_coach_acknowledgement_seconds_count{kind="button",name="answer"} 1',
      'match_coach_acknowledgement_seconds_bucket{le="3",kind="command",name="interview"} 1',
      'match_coach_interviews_open 1',
      'match_coach_shard_connected{shard="0"} 1',
    ])
      expect(text).toContain(line);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \S/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    // Not an id of Discord's, nor a word that was said.
    for (const { id } of [ben.user, channel, on.server]) expect(text).not.toContain(id);
    expect(text).not.toMatch(/"\d{5,}"|Ben|reread|push my/);
  });

  it('count what fails on our side', async () => {
    on.discord.answers('PATCH /webhooks/:id/:token/messages/@original', { status: 418 });
    const cleo = on.discord.person('Cleo');
    await cleo.runs('/help', {}, { in: on.server.general });
    await expect
      .poll(metrics, SOON)
      .toContain('match_coach_events_failed_total{kind="command",name="help"} 1');
  });

  it('count calls of a model by task and outcome', async () => {
    const model = await startModel(() => ({ status: 400 }));
    onTestFinished(() => model.close());
    const logged: string[] = [];
    const log = pino({}, { write: (line: string) => void logged.push(line) });
    const settings = { METRICS_PORT: '0', OPENAI_BASE_URL: model.url };
    const serving = await start(on.discord, log, settings);
    onTestFinished(() => serving.stop());
    const dana = on.discord.person('Dana');
    dana.writes('should i push my step 2 ck date back', { in: dana.dm });
    const port = portOf({ logged });
    const text = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    await expect
      .poll(text, SOON)
      .toContain('match_coach_model_calls_total{task="compose-answer",outcome="down"} 1');
    expect(await text()).toContain('match_coach_model_call_seconds_count{task="compose-answer"} 1');
  });
});

describe('health', () => {
  it('is well while it serves, and not where the connection is gone', async () => {
    const well = await ask('/health');
    expect([well.status, await well.json()]).toEqual([
      200,
      { well: true, doing: 'serving', shards: { 0: 'Ready' }, store: 'answers' },
    ]);
    on.discord.gateway.open = false;
    on.discord.gateway.cut();
    await expect.poll(async () => (await ask('/health')).status, SOON).toBe(503);
    on.discord.gateway.open = true;
    await expect.poll(async () => (await ask('/health')).status, SOON).toBe(200);
  });
  it('and metrics are all that is answered', async () => {
    expect((await ask('/')).status).toBe(404);
    const posted = await fetch(`http://127.0.0.1:${portOf(on)}/metrics`, { method: 'POST' });
    expect(posted.status).toBe(405);
  });
});

it('a store that fails is told of by what was asked of it', async () => {
  const app = wire(readConfig({ STORE_URL: 'sqlite:/nowhere/store.sqlite' }));
  const failed: string[] = [];
  app.onStoreError((operation) => failed.push(operation));
  await expect(app.records()).rejects.toThrow(/STORE_URL/);
  expect(failed).toEqual(['open']);
});

it('a port that somebody else has stops the start, with a line that says so', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const METRICS_PORT = String((other.address() as AddressInfo).port);
  const starting = start(on.discord, pino({ level: 'silent' }), { METRICS_PORT });
  await expect(starting).rejects.toThrow(Unusable);
  await expect(starting).rejects.toThrow(`METRICS_PORT ${METRICS_PORT} can’t be had`);
});
