// Runs the tests of a mutated source within one process, in which they and what they have compiled stay loaded: a hundred
// times as quick as a new worker for each change. What fails is tried once more without the change, so that nothing counts as
// noticed that a change before has left behind; where it has, all is loaded anew.

import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { said } from './stand-in-for-vitest.mjs';

const STAND_IN = new URL('stand-in-for-vitest.mjs', import.meta.url).href;
const SETUP = 'test/mutation/few-cases.ts';

class InProcessRunner {
  #namespace = (globalThis.__stryker__ ??= {});
  #bundle = '';
  #loads = 0;
  #quickestFirst = [];

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    // All that is compiled stays, so that more cases are had for less than few are elsewhere.
    process.env.SURETY_LAW_RUNS = '0.2';
    // As they were when the sources were copied.
    const { TARGETS } = await import(pathToFileURL(resolve('test/mutation/targets.mjs')).href);
    const files = TARGETS[process.env.SURETY_MUTATED.split(',')[0]];
    this.#bundle = resolve(`in-process-${process.pid}.mjs`);
    await build({
      // The number of cases comes last, for whatever else a test sets.
      stdin: {
        contents: [...files, SETUP].map((file) => `import './${file}';`).join('\n'),
        resolveDir: process.cwd(),
      },
      // Where the changed sources are; not where this process was begun.
      absWorkingDir: process.cwd(),
      outfile: this.#bundle,
      bundle: true,
      // The package says of its files that nothing happens as they are loaded, which is not so of tests.
      ignoreAnnotations: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
      logOverride: { 'import-is-undefined': 'error' },
      plugins: [{ name: 'in process', setup: (given) => inProcess(given, files) }],
    });
    await this.#load();
  }

  async dryRun() {
    const tests = [];
    for (const test of said.values()) tests.push(await this.#run(test));
    this.#quickestFirst = tests.toSorted((a, b) => a.timeSpentMs - b.timeSpentMs).map(({ id }) => id);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#namespace.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const chosen = this.#order(testFilter ?? [...said.keys()]);
    for (;;) {
      const tests = [];
      this.#namespace.hitCount = 0;
      this.#namespace.hitLimit = hitLimit;
      let failed = null;
      for (const id of chosen) {
        this.#namespace.activeMutant = activeMutant.id;
        const result = await this.#run(said.get(id));
        this.#namespace.activeMutant = undefined;
        tests.push(result);
        if (result.status === TestStatus.Failed) {
          failed = id;
          break;
        }
      }
      const timeOut = determineHitLimitReached(this.#namespace.hitCount, hitLimit);
      if (failed === null || (await this.#run(said.get(failed))).status === TestStatus.Success)
        return toMutantRunResult(timeOut ?? { status: DryRunStatus.Complete, tests });
      await this.#load();
    }
  }

  /** A process that takes the place of one that looped knows no times, and takes the laws last. */
  #order(ids) {
    if (this.#quickestFirst.length > 0) return this.#quickestFirst.filter((id) => ids.includes(id));
    return ids.toSorted((a, b) => Number(a.includes('/laws/')) - Number(b.includes('/laws/')));
  }

  async #run({ id, name, file, run }) {
    this.#namespace.currentTestId = id;
    const start = performance.now();
    let failure = null;
    try {
      await run();
    } catch (error) {
      failure = String(error?.message ?? error);
    }
    this.#namespace.currentTestId = undefined;
    const timeSpentMs = performance.now() - start;
    const told = { id, name, fileName: resolve(file), timeSpentMs };
    if (failure === null) return { ...told, status: TestStatus.Success };
    return { ...told, status: TestStatus.Failed, failureMessage: failure };
  }

  async #load() {
    said.clear();
    this.#loads += 1;
    await import(`${pathToFileURL(this.#bundle).href}?${this.#loads}`);
  }

  async dispose() {
    await rm(this.#bundle, { force: true });
  }
}

/** Has each test file say its name, and every module find itself where it was. */
function inProcess({ onLoad, onResolve }, files) {
  onResolve({ filter: /^vitest$/ }, () => ({ path: STAND_IN, external: true }));
  onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
    const source = readFileSync(path, 'utf8').replaceAll(
      'import.meta.url',
      JSON.stringify(pathToFileURL(path).href),
    );
    const file = files.find((each) => resolve(each) === path);
    const says =
      file === undefined ? '' : `import { inFile } from 'vitest'; inFile(${JSON.stringify(file)});`;
    return { contents: says + source, loader: path.endsWith('x') ? 'tsx' : 'ts' };
  });
}

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'in-process', () => new InProcessRunner()),
];
