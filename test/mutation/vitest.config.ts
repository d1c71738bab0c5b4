import { defineConfig } from 'vitest/config';
import { TARGETS } from './targets.mjs';

const target = TARGETS[process.env['SURETY_MUTATED'] as keyof typeof TARGETS];

// Each mutant is run against every test that reaches it, so the laws take few cases, and those of a fixed seed.
export default defineConfig({
  test: {
    include: [...target.tests].map((path) => (path.endsWith('**') ? `${path}/*.test.ts` : path)),
    setupFiles: ['test/mutation/few-cases.ts'],
    env: { SURETY_LAW_RUNS: '0.05' },
    testTimeout: 300_000,
  },
});
