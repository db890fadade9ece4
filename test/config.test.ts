import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { Unusable } from '../src/unusable.ts';

describe('the environment', () => {
  it('has a default for what must be there', () => {
    const defaults = {
      DAILY_TOKENS_PERSON: 200_000,
      DAILY_TOKENS_SERVER: 2_000_000,
      LOG_LEVEL: 'info',
      OPENAI_CONCURRENCY: 8,
      OPENAI_DEADLINE_SECONDS: 45,
      OPENAI_MODEL: 'gpt-4.1',
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
  it.each([
    ['STORE_URL', 'redis', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['STORE_URL', 'redis://', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['STORE_URL', 'redis://host:port', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['STORE_URL', 'redis://host/mine', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['STORE_URL', 'redis://host/?ttl=1', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['STORE_URL', 'sqlite:', 'must be sqlite:PATH, redis://HOST:PORT/DATABASE'],
    ['LOG_LEVEL', 'loud', 'must be one of fatal, error'],
    ['DISCORD_API_URL', 'discord.com', 'must be a web address'],
    ['DISCORD_API_URL', 'ftp://discord.com', 'must be a web address'],
  ])('%s can’t be %s', (name, value, what) => {
    const reading = () => readConfig({ [name]: value });
    expect(reading).toThrow(Unusable);
    expect(reading).toThrow(`${name} ${what}`);
  });
});
