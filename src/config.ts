import { existsSync } from 'node:fs';
import * as z from 'zod';
import { Unusable } from './unusable.ts';

const text = z.string().trim().min(1);

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

/** `redis` also stands for Valkey; `prefix` tells apart several coaches in one database. */
function isStoreUrl(url: string): boolean {
  if (/^(?:sqlite:.+|memory:)$/.test(url)) return true;
  if (!/^rediss?:\/\/./.test(url) || !URL.canParse(url)) return false;
  const { hostname, pathname, searchParams } = new URL(url);
  const known = [...searchParams.keys()].every((name) => name === 'prefix');
  return hostname !== '' && known && /^\/?\d*$/.test(pathname);
}

/** Every variable that is read, what it may be, and its default. `.env.example` says what each is for. */
const schema = z.object({
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
  OPENAI_DEADLINE_SECONDS: whole(1, 60).default(45),
  OPENAI_CONCURRENCY: whole(1, 256).default(8),
  DAILY_TOKENS_PERSON: whole(0, 1_000_000_000).default(200_000),
  DAILY_TOKENS_SERVER: whole(0, 1_000_000_000).default(2_000_000),
  STORE_URL: z
    .string()
    .trim()
    .refine(isStoreUrl, 'must be sqlite:PATH, redis://HOST:PORT/DATABASE, rediss://… or memory:')
    .default('sqlite:match-coach.sqlite'),
});

export type Config = z.infer<typeof schema>;

/** Reads the environment. Empty values count as absent. Throws `Unusable`, naming the variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(environment).filter(([, value]) => value?.trim());
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Unusable(`${issue?.path.join('.')} ${issue?.message}.`);
}

/** Reads the environment with what a `.env` in the working folder adds to it. Throws `Unusable`. */
export async function loadConfig(): Promise<Config> {
  if (existsSync('.env')) (await import('dotenv')).config({ quiet: true });
  return readConfig(process.env);
}
