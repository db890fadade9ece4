import {
  DefaultRestOptions,
  DiscordAPIError,
  HTTPError,
  REST,
  RESTEvents,
  type RESTOptions,
  type RouteLike,
} from 'discord.js';
import type { Config } from '../config.ts';
import { explainLogin, isRefused } from '../discord/login.ts';
import { fetchBounded } from '../fetch-bounded.ts';

/** Each question is asked once, for so long; in milliseconds. */
const PATIENCE = 4_000;

/** Asks Discord as the bot. */
export interface Discord {
  /** Whether there is a token to ask with. */
  known: boolean;
  /** Rejects with an error whose message says what to do. */
  get<Body>(route: RouteLike): Promise<Body>;
  /** Discord's time when it last answered, in milliseconds since 1970, and ours at that moment. */
  time(): { theirs: number; ours: number } | undefined;
}

export function createDiscord(
  { DISCORD_TOKEN, DISCORD_API_URL }: Config,
  now: () => number,
): Discord {
  const api = DISCORD_API_URL ?? DefaultRestOptions.api;
  const rest = new REST({
    api,
    timeout: PATIENCE,
    retries: 0,
    // Who is told to wait for an hour should be told so, and not wait.
    rejectOnRateLimit: () => true,
    makeRequest: fetchBounded as unknown as RESTOptions['makeRequest'],
  });
  if (DISCORD_TOKEN) rest.setToken(DISCORD_TOKEN);
  // Where the token is not taken, or nobody is there, there is nothing more to ask.
  let refused: Error | undefined;
  let time: { theirs: number; ours: number } | undefined;
  rest.on(RESTEvents.Response, (_, { headers }) => {
    const theirs = Date.parse(headers.get('date') ?? '');
    if (theirs) time = { theirs, ours: now() };
  });
  return {
    known: DISCORD_TOKEN !== undefined,
    async get<Body>(route: RouteLike) {
      if (refused) throw refused;
      try {
        return (await rest.get(route)) as Body;
      } catch (error) {
        const explained = explainLogin(error, DISCORD_API_URL);
        if (isRefused(error) || !hasAnswered(error)) refused = explained;
        throw explained;
      }
    },
    time: () => time,
  };
}

const hasAnswered = (error: unknown) =>
  error instanceof DiscordAPIError || error instanceof HTTPError;
