import { defineConfig } from 'vitest/config';

/** Tests that run the built command line or the packed package; they build it first when it is stale. */
const built = ['test/cli/binary/**/*.test.ts', 'test/package/**/*.test.ts', 'test/docs/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'source',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: built,
          setupFiles: ['test/seed.ts'],
          // A law that takes a second alone may take ten beside a build.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'built',
          include: built,
          globalSetup: ['test/build-once.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
