import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { Unusable } from '../src/unusable.ts';

describe('the environment', () => {
  it('has a default for what must be there', () => {
    const defaults = {
      DAILY_TOKENS_PERSON: 200_000,
      DAILY_TOKENS_SERVER: 2_000_000,
      DATA_KEY: [],
      LOG_LEVEL: 'info',
      METRICS_HOST: '127.0.0.1',
      OPENAI_CONCURRENCY: 8,
      OPENAI_DEADLINE_SECONDS: 45,
      OPENAI_MODEL: 'gpt-4.1',
      RETAIN_DAYS: 400,
      STORE_URL: 'sqlite:match-coach.sqlite',
    };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ STORE_URL: ' ', DISCORD_TOKEN: '', PATH: '/bin' })).toEqual(defaults);
  });
  it('is taken without the spaces around it and the slashes behind', () => {
    expect(
      readConfig({
        DISCORD_TOKEN: ' abc ',
        DISCORD_API_URL: ' http://localhost:8080/api// ',
        STORE_URL: ' memory: ',
      }),
    ).toMatchObject({
      DISCORD_TOKEN: 'abc',
      DISCORD_API_URL: 'http://localhost:8080/api',
      STORE_URL: 'memory:',
    });
  });
  it.each([
    'redis://localhost',
    'redis://localhost:6379/3?prefix=coach-b',
    'rediss://coach:p%40ss@store.example:6380',
    'redis://[::1]:6379/0',
  ])('takes a store at %s', (url) => {
    expect(readConfig({ STORE_URL: url }).STORE_URL).toBe(url);
  });
  it('takes several keys, each of 32 bytes', () => {
    const keys = [randomBytes(32), randomBytes(32)];
    const DATA_KEY = keys.map((key) => key.toString('base64')).join(' , ');
    expect(readConfig({ DATA_KEY }).DATA_KEY).toEqual(keys);
  });
  it('does not show a key that is none', () => {
    expect(() => readConfig({ DATA_KEY: 'correct horse' })).toThrow(/^(?!.*horse)/);
  });
  it.each([
    ['DATA_KEY', 'correct horse', 'must be 32 random bytes in base64'],
    ['DATA_KEY', randomBytes(31).toString('base64'), 'must be 32 random bytes in base64'],
    ['DATA_KEY', randomBytes(33).toString('base64'), 'must be 32 random bytes in base64'],
    ['DATA_KEY', randomBytes(32).toString('hex'), 'must be 32 random bytes in base64'],
    ['STORE_URL', 'redis', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['STORE_URL', 'redis://', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['STORE_URL', 'redis://host:port', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['STORE_URL', 'redis://host/mine', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['STORE_URL', 'redis://host/?ttl=1', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['STORE_URL', 'sqlite:', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['LOG_LEVEL', 'loud', 'must be one of fatal, error'],
    ['DISCORD_API_URL', 'discord.com', 'must be a web address'],
    ['DISCORD_API_URL', 'ftp://discord.com', 'must be a web address'],
    ['METRICS_PORT', '70000', 'must be a whole number from 0 to 65535'],
    ['SHARD_COUNT', 'auto', 'must be a whole number from 1 to 10000'],
    ['SHARDS', 'all', 'must be numbers of shards, such as 0-3 or 0,2'],
    ['SHARDS', '3-1', 'must be numbers of shards, such as 0-3 or 0,2'],
    ['SHARDS', '0', 'needs SHARD_COUNT'],
  ])('%s can’t be %s', (name, value, what) => {
    const reading = () => readConfig({ [name]: value });
    expect(reading).toThrow(Unusable);
    expect(reading).toThrow(`${name} ${what}`);
  });
  it('takes shards by ranges and lists, as long as there are so many', () => {
    const shards = (SHARDS: string) => readConfig({ SHARDS, SHARD_COUNT: '6' }).SHARDS;
    expect(shards('0-2,5')).toEqual([0, 1, 2, 5]);
    expect(shards('[3, 3]')).toEqual([3]);
    expect(() => shards('4-6')).toThrow('SHARDS must lie from 0 to 5, as SHARD_COUNT is 6.');
  });
});
