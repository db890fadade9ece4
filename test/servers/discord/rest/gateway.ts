import { ok, type Route } from './route.ts';

/** Identifies a day. */
const IDENTIFIES = 1_000;

export function gatewayRoutes(shards: number): Route[] {
  let used = 0;
  return [
    { on: 'GET /gateway', open: true, run: ({ world }) => ok({ url: socketOf(world.url) }) },
    {
      on: 'GET /gateway/bot',
      run: ({ world }) =>
        ok({
          url: socketOf(world.url),
          shards,
          session_start_limit: {
            total: IDENTIFIES,
            remaining: IDENTIFIES - used++,
            reset_after: 24 * 60 * 60_000,
            // Discord's own is 1, which makes each further shard wait for five seconds.
            max_concurrency: 16,
          },
        }),
    },
  ];
}

export const socketOf = (url: string): string => `${url.replace('http', 'ws')}/gateway`;
