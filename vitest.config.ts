import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts', 'test/redis.ts'],
    testTimeout: 30_000,
    // No test changes what others of its process see, and to load all anew for each file took half of the time.
    isolate: false,
    maxWorkers: 2,
  },
});
