import { defineConfig } from 'vitest/config';
import { TARGETS } from './targets.mjs';

const [mutated] = process.env['SURETY_MUTATED']?.split(',') ?? [];

// Each mutant is run against every test that reaches it, so the laws take few cases, and those of a fixed seed.
export default defineConfig({
  test: {
    include: [...(TARGETS[mutated ?? ''] ?? [])],
    setupFiles: ['test/mutation/few-cases.ts'],
    env: { SURETY_LAW_RUNS: '0.2' },
    testTimeout: 300_000,
  },
});
