import type { Reply } from './route.ts';

/** The answer to a request too many, with the headers that say when to come again. */
export function tooMany(seconds: number, scope: 'global' | 'user' | 'shared'): Reply {
  const global = scope === 'global';
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global, code: 0 },
    headers: {
      'retry-after': `${Math.ceil(seconds)}`,
      'x-ratelimit-scope': scope,
      'x-ratelimit-reset-after': `${seconds}`,
      'x-ratelimit-remaining': '0',
      'x-ratelimit-limit': '1',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}
