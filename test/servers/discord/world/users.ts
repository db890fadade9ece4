import type { APIUser } from 'discord.js';

export function createUser(id: string, name: string, bot = false): APIUser {
  return {
    id,
    username: name.toLowerCase().replace(/\W+/g, '_'),
    discriminator: bot ? '0001' : '0',
    global_name: bot ? null : name,
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    flags: NONE,
    public_flags: NONE,
    ...(bot ? { bot: true } : {}),
  };
}

// discord-api-types has no name for "no flag at all".
const NONE = 0 as NonNullable<APIUser['flags']>;

/** What a bot is told of its own account. */
export function accountJson(user: APIUser): Record<string, unknown> {
  return { ...user, verified: true, mfa_enabled: false, email: null, locale: 'en-US' };
}
