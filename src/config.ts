import { type Stats, statSync } from 'node:fs';
import * as z from 'zod';
import { Unusable } from './unusable.ts';

const text = z.string().trim().min(1);

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

/** 32 bytes in base64: 43 characters, and the sign that fills them up. */
const isDataKey = (key: string) => /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(key);

/** `redis` also stands for Valkey; `prefix` tells apart several coaches in one database. */
function isStoreUrl(url: string): boolean {
  if (/^(?:sqlite:.+|memory:)$/.test(url)) return true;
  if (!/^rediss?:\/\/./.test(url) || !URL.canParse(url)) return false;
  const { hostname, pathname, searchParams } = new URL(url);
  const known = [...searchParams.keys()].every((name) => name === 'prefix');
  return hostname !== '' && known && /^\/?\d*$/.test(pathname);
}

const SHARDS_MUST = 'must be numbers of shards, such as 0-3 or 0,2';

/** Ids of shards, such as `0-3` or `0,2`, or as a manager of discord.js's hands them on: `2`, `[0,1]`. */
const ids = z
  .string()
  .trim()
  .max(2_000, SHARDS_MUST)
  .regex(/^\[?\d{1,4}(?:-\d{1,4})?(?:,\s*\d{1,4}(?:-\d{1,4})?)*\]?$/, SHARDS_MUST)
  .transform((list) => [
    ...new Set(
      list
        .replace(/[[\]\s]/g, '')
        .split(',')
        .flatMap((range) => {
          const [from = 0, to = from] = range.split('-').map(Number);
          return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
        }),
    ),
  ])
  .refine((list) => list.length > 0, SHARDS_MUST);

/** Every variable that is read, what it may be, and its default. `.env.example` says what each is for. */
const schema = z.object({
  DATA_KEY: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((key) => key.trim())
        .filter(Boolean),
    )
    .refine((keys) => keys.every(isDataKey), {
      error: 'must be 32 random bytes in base64, or several such keys with commas between',
    })
    .transform((keys) => keys.map((key) => Buffer.from(key, 'base64'))),
  DISCORD_TOKEN: text.optional(),
  DISCORD_API_URL: text
    .pipe(
      z.url({
        protocol: /^https?$/,
        error: 'must be a web address, such as https://discord.com/api',
      }),
    )
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
  OPENAI_API_KEY: text.optional(),
  OPENAI_BASE_URL: text
    .pipe(
      z.url({
        protocol: /^https?$/,
        error: 'must be a web address, such as http://localhost:11434/v1',
      }),
    )
    .optional(),
  OPENAI_MODEL: text.default('gpt-4.1'),
  OPENAI_TRANSCRIBE_MODEL: text.optional(),
  OPENAI_DEADLINE_SECONDS: whole(1, 60).default(45),
  OPENAI_CONCURRENCY: whole(1, 256).default(8),
  DAILY_TOKENS_PERSON: whole(0, 1_000_000_000).default(200_000),
  DAILY_TOKENS_SERVER: whole(0, 1_000_000_000).default(2_000_000),
  STORE_URL: z
    .string()
    .trim()
    .refine(isStoreUrl, 'must be sqlite:PATH, redis://HOST:PORT/DATABASE, rediss://… or memory:')
    .default('sqlite:match-coach.sqlite'),
  RETAIN_DAYS: whole(1, 3_650).default(400),
  METRICS_PORT: whole(0, 65_535).optional(),
  METRICS_HOST: text.default('127.0.0.1'),
  SHARD_COUNT: whole(1, 10_000).optional(),
  SHARDS: ids.optional(),
});

export type Config = z.infer<typeof schema>;

/** Reads the environment. Empty values count as absent. Throws `Unusable`, naming the variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(environment).filter(([, value]) => value?.trim());
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return fitting(result.data);
  const [issue] = result.error.issues;
  throw new Unusable(`${issue?.path.join('.')} ${issue?.message}.`);
}

/** What no variable can tell by itself. */
function fitting(config: Config): Config {
  const { SHARDS = [], SHARD_COUNT } = config;
  if (SHARDS.length && !SHARD_COUNT)
    throw new Unusable('SHARDS needs SHARD_COUNT, the number of all shards, the same everywhere.');
  if (SHARD_COUNT && SHARDS.some((id) => id >= SHARD_COUNT))
    throw new Unusable(
      `SHARDS must lie from 0 to ${SHARD_COUNT - 1}, as SHARD_COUNT is ${SHARD_COUNT}.`,
    );
  if (config.OPENAI_TRANSCRIBE_MODEL && !config.OPENAI_API_KEY && !config.OPENAI_BASE_URL)
    throw new Unusable(
      'OPENAI_TRANSCRIBE_MODEL needs a server: set OPENAI_API_KEY or OPENAI_BASE_URL.',
    );
  return config;
}

/** Reads the environment with what a `.env` in the working folder adds to it. Throws `Unusable`. */
export async function loadConfig(): Promise<Config> {
  if (isThere('.env')) (await import('dotenv')).config({ quiet: true });
  return readConfig(process.env);
}

/** The largest `.env` that is read, in bytes. */
const MOST = 1024 * 1024;

/** Whether there are settings to read; a folder of that name is somebody else's. Throws `Unusable`. */
function isThere(path: string): boolean {
  let found: Stats | undefined;
  try {
    found = statSync(path, { throwIfNoEntry: false });
  } catch {
    throw new Unusable(`${path} can’t be opened; take it away, or put an ordinary file there.`);
  }
  if (!found || found.isDirectory()) return false;
  // A pipe is waited for, and a device has no end.
  if (!found.isFile())
    throw new Unusable(`${path} is no ordinary file; copy what it holds into one of that name.`);
  if (found.size > MOST) throw new Unusable(`${path} is over 1 MB; leave only the settings in it.`);
  return true;
}
