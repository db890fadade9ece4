import { createClient } from '@redis/client';
import type { TestProject } from 'vitest/node';

/** Where tests look for a Redis; each test file there has keys of its own, and removes them. */
const URL = process.env.TEST_REDIS_URL || 'redis://127.0.0.1:6379';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a Redis that runs, else empty. */
    redis: string;
  }
}

/**
 * Before any test: whether there is a Redis. Without one all that needs it is left out, and said so
 * in one line; where `DEMAND_REDIS` is set, as in CI, nothing may be left out.
 */
export default async function setup({ provide }: TestProject): Promise<void> {
  const client = createClient({
    url: URL,
    socket: { connectTimeout: 2_000, reconnectStrategy: false },
  });
  // Each error also rejects what waited for it.
  client.on('error', () => {});
  try {
    await client.connect();
    client.destroy();
    provide('redis', URL);
  } catch {
    const missing = `No Redis runs at ${URL}`;
    if (process.env.DEMAND_REDIS) throw new Error(`${missing}, and DEMAND_REDIS asks for one.`);
    process.stdout.write(`${missing}: the tests that need one are left out.\n`);
    provide('redis', '');
  }
}
