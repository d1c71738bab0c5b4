import { TARGETS } from './targets.mjs';

const target = process.env.SURETY_MUTATED;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [...TARGETS[target].mutate],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // A mutant in what runs once, as a module is loaded, would need all tests anew.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `node_modules/.cache/stryker/${target}.incremental.json`,
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['dist', 'dist.*', 'coverage', 'bench', '.git'],
  reporters: ['json'],
  jsonReporter: { fileName: `node_modules/.cache/stryker/${target}.json` },
  concurrency: 1,
  timeoutMS: 180_000,
  disableTypeChecks: false,
};
