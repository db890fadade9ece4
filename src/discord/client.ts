import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Config } from '../config.ts';
import { createSending } from './sending.ts';
import { shardsOf } from './shards.ts';

/** For all tries of a request together, in milliseconds; `sending.ts` has the deadline of each. */
const REST_TIMEOUT = 45_000;

/**
 * discord.js holds everything back beyond 50 requests a second. Discord counts neither responses to
 * interactions nor their follow-ups towards that, and those are nearly all that this bot sends: held
 * back, a crowd's interactions would be lost after three seconds. Posts are few; a 429 is obeyed.
 */
const REQUESTS = 2_000;

/**
 * How often the queues of requests that are through are dropped, in milliseconds. Each token of an
 * interaction has two of its own, which discord.js would otherwise keep for an hour.
 */
const DROP_QUEUES = 30_000;

/**
 * The discord.js client with the fewest intents that serve. None is privileged: without message
 * content, mentions, DMs and the target of a message command still carry theirs. Nothing that
 * grows with the people of a server is cached.
 */
export function createClient(config: Config): Client {
  const { DISCORD_API_URL } = config;
  return new Client({
    ...shardsOf(config),
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    // A DM's channel is not known before its first message.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // With a nonce on every post, one that is sent again is not there twice; see `sending.ts`.
    enforceNonce: true,
    // Every component is in the API’s own words already; by default each is gone through for others.
    jsonTransformer: (component) => component,
    rest: {
      ...(DISCORD_API_URL ? { api: DISCORD_API_URL } : {}),
      timeout: REST_TIMEOUT,
      retries: 0,
      makeRequest: createSending(),
      globalRequestsPerSecond: REQUESTS,
      handlerSweepInterval: DROP_QUEUES,
    },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 1, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: 100, keepOverLimit: ({ id, client }) => id === client.user.id },
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildBanManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
      AutoModerationRuleManager: 0,
      DMMessageManager: 0,
    }),
    sweepers: { threads: { interval: 3_600, lifetime: 1_800 } },
  });
}

/** Drops the channels of DMs, which no option limits; whatever comes from one brings it anew. */
export function dropDms({ channels }: Client): void {
  channels.cache.sweep((channel) => channel.isDMBased());
}
