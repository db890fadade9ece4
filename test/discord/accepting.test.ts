import { hostname } from 'node:os';
import { pino } from 'pino';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Accepted, type Accepting, createAccepting } from '../../src/discord/accepting.ts';
import { isGone, SELF } from '../../src/discord/owner.ts';
import { openStore } from '../../src/store/open.ts';
import { type Records, recordsIn } from '../../src/store/records.ts';

const silent = pino({ level: 'silent' });
/** No process has it: Linux gives none beyond four million. */
const NOBODY = 2 ** 30;
const ALL = () => true;
const ACT = { person: '7', channel: '70' };

let now: number;
let records: Records<Accepted>;
let accepting: Accepting;
beforeEach(async () => {
  now = 1_000_000;
  records = recordsIn(await openStore<Accepted>('memory:'));
  accepting = createAccepting(records, silent, () => now);
  onTestFinished(() => accepting.close());
});

/** As if another process had accepted it. */
const leftBy = (by: Partial<typeof SELF>, id = '3', tries = 1) =>
  records.update(`accepted:7:${id}`, () => ({
    ...ACT,
    by: { ...SELF, start: 'another', ...by },
    until: now + 10_000,
    tries,
  }));
const keys = () => records.keys('accepted:');

describe('what is asked', () => {
  it('is kept until it is answered', async () => {
    expect(await accepting.accept('3', ACT)).toBe(true);
    expect(await keys()).toEqual(['accepted:7:3']);
    expect(accepting.again('3')).toBeUndefined();
    await accepting.settle('3', '7');
    expect(await keys()).toEqual([]);
  });
  it('that another process is at is left to it, and not settled here', async () => {
    await leftBy({});
    expect(await accepting.accept('3', ACT)).toBe(false);
    await accepting.settle('3', '7');
    expect(await keys()).toEqual(['accepted:7:3']);
  });
  it('is done all the same where nothing can be kept', async () => {
    const failing: Records<Accepted> = {
      ...records,
      update: () => Promise.reject(new Error('away')),
    };
    const lame = createAccepting(failing, silent, () => now);
    expect(await lame.accept('3', ACT)).toBe(true);
    await lame.settle('3', '7');
    lame.close();
  });
  it('goes with what is erased, but for the erasing itself', async () => {
    await accepting.accept('3', ACT);
    await accepting.accept('4', ACT);
    await accepting.accept('5', { ...ACT, person: '77' });
    await accepting.forget('7', '4');
    expect(await keys()).toEqual(['accepted:7:4', 'accepted:77:5']);
  });
});

describe('what was left', () => {
  it('is listed oldest first', async () => {
    await leftBy({}, '20');
    await leftBy({}, '9');
    expect(await accepting.left()).toEqual([
      { id: '9', person: '7' },
      { id: '20', person: '7' },
    ]);
  });
  it('by a process of this machine that is gone is taken on at once', async () => {
    await leftBy({ pid: NOBODY });
    expect(await accepting.takeOn({ id: '3', person: '7' }, ALL)).toMatchObject({ tries: 2 });
    expect(accepting.again('3')).toMatchObject(ACT);
  });
  it('by one of another machine is taken on once it could have said that it is there', async () => {
    await leftBy({ host: 'elsewhere' });
    const left = { id: '3', person: '7' };
    expect(await accepting.takeOn(left, ALL)).toBe(now + 10_000);
    now += 10_001;
    expect(await accepting.takeOn(left, ALL)).toMatchObject({ by: SELF });
  });
  it('by another’s shard, or already answered, is nothing to us', async () => {
    await leftBy({ pid: NOBODY });
    expect(await accepting.takeOn({ id: '3', person: '7' }, () => false)).toBeUndefined();
    expect(await accepting.takeOn({ id: '4', person: '7' }, ALL)).toBeUndefined();
    expect(await keys()).toEqual(['accepted:7:3']);
  });
  it('by one process after the other is left alone in the end', async () => {
    await leftBy({ pid: NOBODY }, '3', 20);
    expect(await accepting.takeOn({ id: '3', person: '7' }, ALL)).toBeUndefined();
    expect(await keys()).toEqual([]);
  });
});

describe('a process', () => {
  it('is gone where its number is nobody’s, or another start has it', () => {
    const one = { start: 'another', host: hostname() };
    expect(isGone({ ...one, pid: NOBODY })).toBe(true);
    expect(isGone({ ...one, pid: process.pid })).toBe(true);
    expect(isGone({ ...one, pid: process.ppid })).toBe(false);
    expect(isGone(SELF)).toBe(false);
    expect(isGone({ ...one, host: 'elsewhere', pid: NOBODY })).toBe(false);
  });
});
