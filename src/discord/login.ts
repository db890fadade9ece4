import {
  type Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  HTTPError,
} from 'discord.js';
import type { Config } from '../config.ts';
import { Unusable } from '../unusable.ts';

const REFUSED =
  'DISCORD_TOKEN is not accepted by Discord. Copy the bot’s token again from the developer portal into .env.';

/** Why Discord closes a connection for good, and what to do. */
const CLOSED: Readonly<Record<number, Error>> = {
  [GatewayCloseCodes.AuthenticationFailed]: new Unusable(REFUSED),
  [GatewayCloseCodes.DisallowedIntents]: new Error(
    'Discord refuses this bot’s intents, though it asks for none that is privileged. See under Bot in the developer portal whether the application was limited.',
  ),
  [GatewayCloseCodes.ShardingRequired]: new Error(
    'This bot is in too many servers for so few shards. Raise SHARD_COUNT, or leave it out where one process takes all.',
  ),
};

const closedFor = (code: number) =>
  CLOSED[code] ?? new Error(`Discord closed the connection for good (code ${code}).`);

/** Resolves to why, should Discord close the connection for good; discord.js then stays away. */
export function watch(client: Client): Promise<Error> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(closedFor(code)));
  });
}

/**
 * Logs in; the client that resolves knows its servers. Throws `Unusable` for a wrong variable, else
 * an error whose message says what to do.
 */
export async function logIn(
  client: Client,
  token: string,
  { DISCORD_API_URL }: Config,
): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const closed = watch(client);
  try {
    await client.login(token);
  } catch (error) {
    await client.destroy();
    // The close code says more than the error, and comes a moment after it.
    const soon = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 500));
    throw (await Promise.race([closed, soon])) ?? explainLogin(error, DISCORD_API_URL);
  }
  return ready;
}

/** Whether Discord does not take the token. */
export function isRefused(error: unknown): boolean {
  return (error as { status?: number }).status === 401;
}

/** What to do about an error of a login, or of a first request; `Unusable` for a wrong variable. */
export function explainLogin(error: unknown, apiUrl: string | undefined): Error {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return new Unusable(REFUSED);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'UND_ERR_INVALID_ARG' || isRefused(error)) return new Unusable(REFUSED);
  const remaining = /^Not enough sessions remaining.*resets at (\S+)/.exec(message);
  if (remaining)
    return new Error(
      `This bot logged in too often today; Discord lets it in again at ${remaining[1]}. Start it then.`,
    );
  if (error instanceof HTTPError || (error instanceof DiscordAPIError && error.status === 429))
    return new Error(
      `Discord is not well (it answers ${error.status}). Start the bot again in a few minutes; discordstatus.com says more.`,
    );
  if (apiUrl && (error instanceof DiscordAPIError || error instanceof TypeError))
    return new Unusable(
      'What answers at DISCORD_API_URL is not Discord’s API. Leave it unset for Discord’s own.',
    );
  if (error instanceof DiscordAPIError)
    return new Error(
      `Discord refuses this machine or application (it answers ${error.status}). See the application in the developer portal.`,
    );
  const where = apiUrl ? 'the address in DISCORD_API_URL' : 'Discord';
  return new Error(
    `${where[0]?.toUpperCase()}${where.slice(1)} can’t be reached (${code ?? 'no connection'}). Check the network${apiUrl ? ' and the address' : ''}, then start again.`,
  );
}
