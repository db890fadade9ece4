import { beforeEach, describe, expect, it } from 'vitest';
import { type Budget, createBudget, type Spent } from '../../src/model/budget.ts';
import { createSpending } from '../../src/model/spending.ts';
import { openStore } from '../../src/store/open.ts';
import { type Records, recordsIn } from '../../src/store/records.ts';

const DAY = 24 * 60 * 60 * 1000;
let records: Records<Spent>;
let now = 0;
let budget: Budget;

beforeEach(async () => {
  records = recordsIn<Spent>(await openStore<Spent>('memory:'));
  now = Date.UTC(2026, 8, 1, 12);
  budget = createBudget(
    async () => records,
    { person: 1000, server: 1500 },
    () => now,
  );
});

const spent = async (key: string) => (await records.get(key))?.tokens;

describe('a budget', () => {
  it('is reserved before a call and settled after it', async () => {
    const reserved = await budget.reserve({ person: 'ada' }, 800);
    expect(await spent('tokens:person:ada')).toBe(800);
    await reserved?.settle(300);
    expect(await spent('tokens:person:ada')).toBe(300);
  });
  it('lets nobody reserve more than is left', async () => {
    await budget.reserve({ person: 'ada' }, 800);
    expect(await budget.reserve({ person: 'ada' }, 300)).toBeUndefined();
    expect(await spent('tokens:person:ada')).toBe(800);
    expect(await budget.reserve({ person: 'bob' }, 300)).toBeDefined();
  });
  it('of a server is shared, and gives back the person’s where it is spent', async () => {
    await budget.reserve({ person: 'ada', server: 'one' }, 1000);
    expect(await budget.reserve({ person: 'bob', server: 'one' }, 600)).toBeUndefined();
    expect(await spent('tokens:person:bob')).toBe(0);
    expect(await budget.reserve({ person: 'bob', server: 'two' }, 600)).toBeDefined();
  });
  it('is new each day', async () => {
    await budget.reserve({ person: 'ada' }, 1000);
    now += DAY;
    expect(await budget.reserve({ person: 'ada' }, 1000)).toBeDefined();
  });
  it('is nobody’s where nobody is named', async () => {
    expect(await budget.reserve({}, 1_000_000)).toBeDefined();
  });
  it('holds however many reserve at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, () => budget.reserve({ person: 'ada' }, 100)),
    );
    expect(all.filter(Boolean)).toHaveLength(10);
    await Promise.all(all.map((one) => one?.settle(10)));
    expect(await spent('tokens:person:ada')).toBe(100);
  });
});

describe('a budget over midnight', () => {
  it('gives back nothing to a day on which it was not reserved', async () => {
    const reserved = await budget.reserve({ person: 'ada' }, 800);
    now += DAY;
    await budget.reserve({ person: 'ada' }, 500);
    await reserved?.settle(100);
    expect(await spent('tokens:person:ada')).toBe(500);
  });
});

describe('a store that fails', () => {
  const failing = (key: string) =>
    createBudget(
      async () => ({
        ...records,
        update: (at, change) =>
          at.includes(key) ? Promise.reject(new Error('no store')) : records.update(at, change),
      }),
      { person: 1000, server: 1500 },
      () => now,
    );
  it('leaves nothing reserved that no call will use', async () => {
    const caller = { person: 'ada', server: 'one' };
    await expect(failing('server').reserve(caller, 800)).rejects.toThrow('no store');
    expect(await spent('tokens:person:ada')).toBe(0);
  });
});

describe('what was counted', () => {
  it('is shown to the person on that day, and forgotten when it is over', async () => {
    const spending = createSpending(
      async () => records,
      () => now,
    );
    await budget.reserve({ person: 'ada', server: 'one' }, 400);
    await budget.reserve({ person: 'bob' }, 300);
    expect(await spending.of('ada')).toEqual({ day: '2026-09-01', tokens: 400 });
    await spending.forgetPast();
    expect(await spending.of('bob')).toBeDefined();
    now += DAY;
    expect(await spending.of('ada')).toBeUndefined();
    await budget.reserve({ person: 'cleo' }, 10);
    await spending.forgetPast();
    expect(await spending.of('bob')).toBeUndefined();
    expect(await spending.of('cleo')).toBeDefined();
    expect(await records.keys('tokens:')).toHaveLength(1);
  });
});
