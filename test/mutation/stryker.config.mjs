const { SURETY_MUTATED, SURETY_MUTATION_REPORT: report } = process.env;
const files = SURETY_MUTATED.split(',');
const isOfTickets = files[0].startsWith('src/engine/ticket/');

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: files,
  // The tests of tickets compile many contracts, which is done once where they stay loaded.
  testRunner: isOfTickets ? 'in-process' : 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/in-process-runner.mjs'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // A mutant in what runs once, as a module is loaded, would need all tests anew.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: report.replace(/json$/, 'incremental.json'),
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['dist', 'dist.*', 'coverage', 'bench', '.git'],
  reporters: ['json', 'progress'],
  jsonReporter: { fileName: report },
  logLevel: 'warn',
  concurrency: 1,
  // What loops without end is let run so much longer than the tests take.
  timeoutMS: Number(process.env.SURETY_MUTATION_TIMEOUT ?? 8000),
  disableTypeChecks: false,
};
