import { DefaultRestOptions, REST, RESTEvents, type RouteLike } from 'discord.js';
import type { Config } from '../config.ts';
import { explainLogin, isRefused } from '../discord/login.ts';

/** Each question is asked once, for so long; in milliseconds. */
const PATIENCE = 10_000;

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
  const rest = new REST({ api, timeout: PATIENCE, retries: 0 });
  if (DISCORD_TOKEN) rest.setToken(DISCORD_TOKEN);
  // With a token that is not taken there is nothing more to ask.
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
        if (isRefused(error)) refused = explained;
        throw explained;
      }
    },
    time: () => time,
  };
}
